import type { Instant, JsonObject } from '../../processes/language/ids.ts';
import type { SignatureField } from '../../processes/language/document.ts';
import type { Result } from '../../processes/language/failure.ts';

/** Same request, same bytes. `template` is Typst source; `data` reaches it as `data` (JSON). */
export type MakeRequest = {
  template: string;
  data: JsonObject;
  title: string;
  language: 'pl' | 'en' | 'uk';
  createdAt: Instant;
  signatures: (SignatureField & { labelPl: string })[];
  verification?: { code: string; url: string };
};

export type DocumentMaker = { make(request: MakeRequest): Promise<Result<Buffer>> };
