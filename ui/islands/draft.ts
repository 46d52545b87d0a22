/** Keeps the draft of a task while one types: at most five seconds are ever at risk. */
const delay = 4000;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft-url]')) keepDraft(form);

function keepDraft(form: HTMLFormElement): void {
  const words = form.dataset;
  const status = form.querySelector('[data-draft-status]');
  let timer: number | undefined;
  let stopped = false;
  const say = (text: string | undefined): void => {
    if (status) status.textContent = text ?? '';
  };

  const save = async (): Promise<void> => {
    timer = undefined;
    say(words['draftSaving']);
    try {
      const response = await fetch(words['draftUrl'] ?? '', request(form));
      if (response.ok) {
        const saved = (await response.json()) as { revision: number; savedAt: string };
        const read = form.querySelector<HTMLInputElement>('input[name=_revision]');
        if (read) read.value = String(saved.revision);
        say(
          words['draftSaved']?.replace(
            '{at}',
            new Date(saved.savedAt).toLocaleTimeString(document.documentElement.lang),
          ),
        );
      } else if (response.status === 409) {
        // Overwriting what another tab saved would lose it: stop, say so, and leave the choice to the person.
        stopped = true;
        say(words['draftConflict']);
      } else later(words['draftFailed']);
    } catch {
      later(words['draftFailed']);
    }
  };
  const later = (text?: string): void => {
    if (text !== undefined) say(text);
    if (!stopped) timer ??= window.setTimeout(() => void save(), delay);
  };

  form.addEventListener('input', () => later());
  form.addEventListener('submit', () => {
    stopped = true;
    window.clearTimeout(timer);
  });
}

/** The fields as the form itself would send them, so that the server reads them in one way only; files wait for the real submit. */
function request(form: HTMLFormElement): RequestInit {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  return {
    method: 'PUT',
    body: fields,
    headers: { Accept: 'application/json', 'X-CSRF-Token': fields.get('_csrf') ?? '' },
  };
}
