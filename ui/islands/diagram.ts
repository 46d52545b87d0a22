const modelAt = async (place: string): Promise<string> => {
  if (place.startsWith('#')) return document.querySelector<HTMLInputElement>(place)?.value ?? '';
  const response = await fetch(place, { headers: { Accept: 'application/xml' } });
  if (!response.ok) throw new Error(`Expected the model but got ${response.status}`);
  return response.text();
};

/** Loads the viewer only when the drawing is about to be seen: it is the largest thing we ever send. */
const load = async (figure: HTMLElement): Promise<void> => {
  const status = figure.querySelector('.obieg-diagram__status');
  try {
    const [xml, { showDiagram }] = await Promise.all([modelAt(figure.dataset['diagram'] ?? ''), import('./viewer.ts')]);
    await showDiagram(figure, xml);
    status?.remove();
  } catch {
    // The list below says the same in words, so a failure here costs nobody the information.
    if (status) status.textContent = figure.dataset['failed'] ?? '';
  }
};

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting && target instanceof HTMLElement) {
        observer.unobserve(target);
        void load(target);
      }
  },
  { rootMargin: '200px' },
);
for (const figure of document.querySelectorAll('[data-diagram]')) observer.observe(figure);
