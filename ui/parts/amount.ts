/** Grosze as an amount typed into a field: `823,01`. */
export const formatAmount = (grosze: number): string => (grosze / 100).toFixed(2).replace('.', ',');
