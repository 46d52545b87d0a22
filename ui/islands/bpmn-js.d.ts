/** Its own types are read as CommonJS by `nodenext` while its files are ES modules; this says the little we use. */
declare module 'bpmn-js/lib/NavigatedViewer.js' {
  export default class NavigatedViewer {
    constructor(options: { container: HTMLElement; zoomScroll?: { enabled: boolean } });
    importXML(xml: string): Promise<{ warnings: string[] }>;
    get(name: string): unknown;
  }
}
