/** Why a text has no exact FEEL, and where. Caught where the conversion begins. */
export class Refusal extends Error {
  /** `at` counts characters from 0, the sentence from 1 */
  constructor(reason: string, at: number) {
    super(`${reason} at character ${at + 1}`);
  }
}
