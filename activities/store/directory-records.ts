import type { Person, Unit } from '../../processes/language/party.ts';
import type { PersonRecord, UnitRecord } from './records.ts';

export const personRecord = ({ id, ...rest }: Person & { subject: string }): PersonRecord => ({ _id: id, ...rest });
export const unitRecord = ({ id, ...rest }: Unit): UnitRecord => ({ _id: id, ...rest });
export const unitOf = ({ _id, ...rest }: UnitRecord): Unit => ({ id: _id, ...rest });
