/** The parameters of the library components we use, as their `macro-options.json` names them. */
export type Content = { text: string } | { html: string };
export type Attributes = Record<string, string>;
type Styled = { classes?: string; attributes?: Attributes };
type Message = Content & { visuallyHiddenText?: string };
type Label = Content & { classes?: string };
type Legend = Content & { classes?: string; isPageHeading?: boolean };

export type FieldParams = Styled & {
  id: string;
  name: string;
  label: Label;
  hint?: Content;
  errorMessage?: Message;
  disabled?: boolean;
};
type ChoiceParams = Styled & {
  idPrefix: string;
  name: string;
  fieldset?: { legend: Legend };
  hint?: Content;
  errorMessage?: Message;
};
type Choice = Content & { value: string; hint?: Content; checked?: boolean };
type Cell = (Content | { text: '' }) & Styled & { format?: 'numeric' };
type Link = { text: string; href: string; attributes?: Attributes };

export type GovukParams = {
  'back-link': Link;
  button: Styled & {
    text: string;
    type?: 'submit' | 'button';
    name?: string;
    value?: string;
    href?: string;
    id?: string;
    preventDoubleClick?: boolean;
  };
  'character-count': FieldParams & {
    value?: string;
    rows?: number;
    maxlength: number;
    charactersUnderLimitText: Record<string, string>;
    charactersAtLimitText: string;
    charactersOverLimitText: Record<string, string>;
    textareaDescriptionText: string;
  };
  checkboxes: ChoiceParams & { items: Choice[]; values?: string[] };
  'date-input': Styled & {
    id: string;
    fieldset: { legend: Legend };
    hint?: Content;
    errorMessage?: Message;
    items: { id: string; name: string; label: string; value: string; classes: string; attributes?: Attributes }[];
  };
  details: { summaryText: string; html: string; open?: boolean; classes?: string };
  'error-summary': {
    titleText: string;
    errorList: ({ text: string } & { href?: string })[];
    disableAutoFocus?: boolean;
  };
  fieldset: Styled & { legend: Legend; html: string; describedBy?: string };
  'file-upload': FieldParams & { multiple?: boolean };
  'generic-header': { url: string; logoHtml: string };
  input: FieldParams & {
    value?: string;
    type?: string;
    inputmode?: string;
    autocomplete?: string;
    spellcheck?: boolean;
    suffix?: Content;
  };
  'inset-text': Styled & Content;
  'language-navigation': { ariaLabel: string; items: (Link & { lang: string; current?: boolean })[] };
  'notification-banner': { titleText: string; text: string; type?: 'success' };
  pagination: {
    landmarkLabel: string;
    previous?: Link;
    next?: Link;
    items: { number?: string; href?: string; current?: boolean; visuallyHiddenText?: string; ellipsis?: boolean }[];
  };
  panel: { titleText: string; html: string };
  'phase-banner': { tag: { text: string }; text: string };
  radios: ChoiceParams & { items: Choice[]; value?: string };
  select: FieldParams & { items: { value: string; text: string }[]; value?: string };
  'service-navigation': {
    menuButtonText: string;
    navigationLabel: string;
    ariaLabel: string;
    navigation: { href: string; html: string; current?: boolean; active?: boolean }[];
    slots: { end: { html: string; align: 'inline' } | string };
  };
  'skip-link': { text: string; href: string };
  'summary-list': Styled & { rows: { key: Content; value: Content | { text: '' } }[] };
  table: Styled & {
    caption: string;
    captionClasses?: string;
    head: Cell[];
    rows: Cell[][];
    firstCellIsHeader?: boolean;
  };
  tag: { text: string; classes?: string };
  textarea: FieldParams & { value?: string; rows?: number };
  'warning-text': { text: string; iconFallbackText: string };
};

export type MojParams = {
  badge: Styled & Content;
  filter: { heading: Content; submit: { text: string }; optionsHtml: string };
  'notification-badge': { text: string; visuallyHiddenText: string };
  'sub-navigation': { label: string; items: (Link & { active: boolean })[] };
  timeline: {
    headingLevel: number;
    items: { label: Content; html: string; datetime: { timestamp: string; format: string } }[];
  };
};
