import { accessibility } from './pl/accessibility.ts';
import { cases } from './pl/cases.ts';
import { documents } from './pl/documents.ts';
import { failures } from './pl/failures.ts';
import { forms } from './pl/forms.ts';
import { history } from './pl/history.ts';
import { layout } from './pl/layout.ts';
import { operating } from './pl/operating.ts';
import { modelCheck } from './pl/model-check.ts';
import { parents } from './pl/parents.ts';
import { procedures } from './pl/procedures.ts';
import { start } from './pl/start.ts';
import { work } from './pl/work.ts';

export const pl = {
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
