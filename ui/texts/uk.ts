import { accessibility } from './uk/accessibility.ts';
import { cases } from './uk/cases.ts';
import { documents } from './uk/documents.ts';
import { failures } from './uk/failures.ts';
import { forms } from './uk/forms.ts';
import { history } from './uk/history.ts';
import { layout } from './uk/layout.ts';
import { operating } from './uk/operating.ts';
import { modelCheck } from './uk/model-check.ts';
import { parents } from './uk/parents.ts';
import { procedures } from './uk/procedures.ts';
import { start } from './uk/start.ts';
import { work } from './uk/work.ts';
import type { Texts } from './texts.ts';

export const uk: Texts = {
  ...layout,
  ...start,
  ...work,
  ...cases,
  ...operating,
  ...parents,
  ...forms,
  ...history,
  ...documents,
  ...failures,
  ...procedures,
  ...modelCheck,
  ...accessibility,
};
