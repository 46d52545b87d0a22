/** Name under which a unary test reads the value that it tests. */
export const inputName = '_input';
