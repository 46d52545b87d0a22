/** FEEL for a call on `of`; a text and a list have different functions in FEEL, so the value decides where the name does not. */
export type Method = { given: number; feel: (of: string, ...given: string[]) => string };

const ifText = (of: string, text: string, other: string): string =>
  `(if ${of} instance of string then ${text} else ${other})`;
const entryCount = (of: string): string => `count(get entries(${of}))`;

export const emptiness = (of: string): string =>
  ifText(of, `${of} = ""`, `if ${of} instance of context then ${entryCount(of)} = 0 else count(${of}) = 0`);

/** Methods of Java's String, List and Map whose FEEL gives the same for the values a case can have. */
export const methods: Record<string, Method> = {
  contains: {
    given: 1,
    feel: (of, part) => ifText(of, `contains(${of}, ${part})`, `list contains(${of}, ${part})`),
  },
  startsWith: { given: 1, feel: (of, start) => `starts with(${of}, ${start})` },
  endsWith: { given: 1, feel: (of, end) => `ends with(${of}, ${end})` },
  equals: { given: 1, feel: (of, other) => `(${of} = ${other})` },
  equalsIgnoreCase: { given: 1, feel: (of, other) => `(lower case(${of}) = lower case(${other}))` },
  isEmpty: { given: 0, feel: emptiness },
  size: {
    given: 0,
    feel: (of) => `(if ${of} instance of context then ${entryCount(of)} else count(${of}))`,
  },
  length: { given: 0, feel: (of) => `string length(${of})` },
  toLowerCase: { given: 0, feel: (of) => `lower case(${of})` },
  toUpperCase: { given: 0, feel: (of) => `upper case(${of})` },
};

export const textMethods = new Set(['toLowerCase', 'toUpperCase']);
