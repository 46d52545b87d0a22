/**
 * SAMPLE, not law. The uniform subject classification of files (JRWA) is set by regulation for the city's office and by each school for
 * itself; an office loads its own table before numbers are given to real cases. `confirmed` stays false until it has.
 */
export type JrwaClass = { symbol: string; title: string; retention: string; confirmed: false };

export const jrwaSample: JrwaClass[] = [
  { symbol: '4424', title: 'Pomoc materialna dla uczniów (przykład)', retention: 'B5', confirmed: false },
  { symbol: '4120', title: 'Zaświadczenia dla uczniów (przykład)', retention: 'B5', confirmed: false },
];
