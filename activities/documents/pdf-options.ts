import { ParseSpeeds } from '@cantoo/pdf-lib';

/** Documents of the office are small: the library's pauses between objects would take longer than all its work. */
export const quickly = { parseSpeed: ParseSpeeds.Fastest, updateMetadata: false };
/** For files from outside, which may be large. */
export const patiently = { parseSpeed: ParseSpeeds.Medium, updateMetadata: false };
/** Each object for itself, so that an appended revision can be read by every tool. */
export const plainly = { objectsPerTick: Number.POSITIVE_INFINITY, useObjectStreams: false };
