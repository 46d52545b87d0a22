/** Thrown by every call of the store when the database cannot be reached in time. Nothing was acknowledged; try again. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('Expected MongoDB to answer in time but it did not', { cause });
    this.name = 'StoreUnavailable';
  }
}
