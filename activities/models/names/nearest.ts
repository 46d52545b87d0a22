/** How many letters have to be put in, left out or changed to make one word of the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries())
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The known name that was probably meant: at most a third of its letters are different. */
export const nearest = (name: string, known: Iterable<string>): string | undefined => {
  const ranked = [...known]
    .map((each) => ({ each, far: distance(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, far }) => far <= Math.floor((each.length + 1) / 3))
    .sort((a, b) => a.far - b.far || (a.each < b.each ? -1 : 1));
  return ranked[0]?.each;
};
