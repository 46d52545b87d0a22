import forge from 'node-forge';

const { Class, Type, create, derToOid, fromDer, integerToDer, oidToDer, toDer } = forge.asn1;

export type Asn1 = forge.asn1.Asn1;

const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('binary');
const universal = (type: forge.asn1.Type, value: string | Asn1[]): Asn1 =>
  create(Class.UNIVERSAL, type, Array.isArray(value), value);

export const sequence = (...children: Asn1[]): Asn1 => universal(Type.SEQUENCE, children);
export const setOf = (...children: Asn1[]): Asn1 => universal(Type.SET, children);
export const oid = (dotted: string): Asn1 => universal(Type.OID, oidToDer(dotted).getBytes());
export const integer = (value: number): Asn1 => universal(Type.INTEGER, integerToDer(value).getBytes());
/** A positive integer from big-endian bytes whose first bit is clear. */
export const bigInteger = (bytes: Uint8Array): Asn1 => universal(Type.INTEGER, binary(bytes));
export const octets = (bytes: Uint8Array): Asn1 => universal(Type.OCTETSTRING, binary(bytes));
export const bits = (bytes: Uint8Array, unused = 0): Asn1 =>
  universal(Type.BITSTRING, String.fromCharCode(unused) + binary(bytes));
export const utf8 = (text: string): Asn1 => universal(Type.UTF8, binary(Buffer.from(text, 'utf8')));
export const printable = (text: string): Asn1 => universal(Type.PRINTABLESTRING, text);
export const truth = (): Asn1 => universal(Type.BOOLEAN, '\u00ff');
export const nothing = (): Asn1 => universal(Type.NULL, '');
/** RFC 5280: two-digit years up to 2049, four digits from then on. */
export const time = (at: Date): Asn1 => {
  const digits = `${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
  return at.getUTCFullYear() < 2050
    ? universal(Type.UTCTIME, digits.slice(2))
    : universal(Type.GENERALIZEDTIME, digits);
};
/** The library counts tags of every class with the names of the universal ones. */
const tags = { 0: Type.NONE, 1: Type.BOOLEAN, 3: Type.BITSTRING, 4: Type.OCTETSTRING } as const;
type Tag = keyof typeof tags;
/** `[tag]` around the children. */
export const tagged = (tag: Tag, ...children: Asn1[]): Asn1 =>
  create(Class.CONTEXT_SPECIFIC, tags[tag], true, children);
/** `[tag]` in place of an octet string's own tag. */
export const taggedBytes = (tag: Tag, bytes: Uint8Array): Asn1 =>
  create(Class.CONTEXT_SPECIFIC, tags[tag], false, binary(bytes));

export const encode = (value: Asn1): Buffer => Buffer.from(toDer(value).getBytes(), 'binary');

/** The types of node-forge know only the older form of this function. */
const parse = fromDer as unknown as (bytes: forge.util.ByteBuffer, options: Record<string, boolean>) => Asn1;
const parsing = { strict: true, parseAllBytes: false, decodeBitStrings: false };

/** Reads the first value; throws when the bytes are no DER. Bytes after it are left alone. */
export const decode = (bytes: Uint8Array): Asn1 => parse(forge.util.createBuffer(binary(bytes)), parsing);

export const childrenOf = (value: Asn1 | undefined): Asn1[] => {
  if (value === undefined || !Array.isArray(value.value)) throw new Error('Expected a constructed value but got none');
  return value.value;
};
export const bytesOf = (value: Asn1 | undefined): Buffer => {
  if (value === undefined || typeof value.value !== 'string')
    throw new Error('Expected a primitive value but got none');
  return Buffer.from(value.value, 'binary');
};
export const oidOf = (value: Asn1 | undefined): string => derToOid(bytesOf(value).toString('binary'));
/** Whether this is `[tag]`. */
export const isTagged = (value: Asn1 | undefined, tag: Tag): value is Asn1 =>
  value !== undefined && value.tagClass === Class.CONTEXT_SPECIFIC && value.type === tags[tag];
