/** Bytes of one stored file; what is larger does not fit a MongoDB document of 16 MB in the same transaction. */
export const largestBlob = 12 * 1024 * 1024;

/** Lists count no further: a total of this size means "or more", and costs the same at a million cases. */
export const largestTotal = 10_000;

/** Rows of a list when the caller asks for no number, and at most. */
export const usualPage = 50;
export const largestPage = 1_000;

/** Sorts after every date: tasks without a term come last. */
export const noTerm = '9999-12-31';
