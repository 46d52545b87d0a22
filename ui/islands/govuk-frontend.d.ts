/** The library ships no types; these are the few we start. */
declare module 'govuk-frontend' {
  type Component = new (root: Element) => object;
  export const Button: Component;
  export const CharacterCount: Component;
  export const ErrorSummary: Component;
  export const NotificationBanner: Component;
  export const ServiceNavigation: Component;
  export const SkipLink: Component;
  export function createAll(component: Component): object[];
}
