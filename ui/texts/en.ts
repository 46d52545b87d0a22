import { accessibility } from './en/accessibility.ts';
import { cases } from './en/cases.ts';
import { documents } from './en/documents.ts';
import { failures } from './en/failures.ts';
import { forms } from './en/forms.ts';
import { history } from './en/history.ts';
import { layout } from './en/layout.ts';
import { operating } from './en/operating.ts';
import { modelCheck } from './en/model-check.ts';
import { parents } from './en/parents.ts';
import { procedures } from './en/procedures.ts';
import { start } from './en/start.ts';
import { work } from './en/work.ts';
import type { Texts } from './texts.ts';

export const en: Texts = {
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
