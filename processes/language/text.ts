/** The three languages every page speaks. */
export type Language = 'pl' | 'en' | 'uk';
export const languages = ['pl', 'en', 'uk'] as const satisfies readonly Language[];

/** A sentence in every language. */
export type Text = Record<Language, string>;
