import { Schema } from 'mongoose';
import type { SchemaDefinitionProperty } from 'mongoose';
import { scoped } from './scoped.ts';

export const text = { type: String, required: true } as const;
export const textIfAny = String;
export const number = { type: Number, required: true } as const;
export const texts = { type: [String], required: true } as const;
/** Any JSON, kept as it is given. */
export const json = { type: Schema.Types.Mixed, required: true } as const;
export const jsonIfAny = Schema.Types.Mixed;
export const list = { type: [Schema.Types.Mixed], required: true } as const;

/** A list that may be absent: without this, an empty one would be written. */
export const listIfAny = { type: [Schema.Types.Mixed], default: undefined } as const;

const strictly = { strict: 'throw', minimize: false, versionKey: false, id: false } as const;

/** Exactly the fields of the record: one too few or too many does not compile. */
type Fields<Row, Given extends string> = Record<Exclude<keyof Row & string, Given>, SchemaDefinitionProperty>;

/** A collection without units' data. A field that the schema does not name is a bug and throws. */
export const openSchema = <Row>(fields: Fields<Row, '_id'>): Schema => new Schema({ _id: text, ...fields }, strictly);

/** A collection with units' data: nothing is read or changed in it without a scope. */
export const unitSchema = <Row>(fields: Fields<Row, '_id' | 'unit'>): Schema =>
  openSchema<{ _id: string }>({ unit: text, ...fields }).plugin(scoped);
