export const accessibility = {
  accessibility: {
    title: 'Accessibility statement',
    intro:
      'undertakes to keep its website accessible in accordance with the Polish Act of 4 April 2019 on the digital accessibility of websites and mobile applications of public entities. This statement applies to the website',
    entity: 'Demo City',
    site: 'Obieg',
    published: 'Date the website was published:',
    updated: 'Date of the last significant update:',
    statusTitle: 'State of digital accessibility',
    status: 'The website conforms to WCAG 2.1 at level AA; we also check it against WCAG 2.2 AA.',
    diagram:
      'Process diagrams are drawings. Below each of them is a list of the same steps with the same states, which can be read and used with the keyboard.',
    preparedTitle: 'Preparation of this statement',
    prepared: 'Date of preparation:',
    method: 'The statement is based on self-assessment with automated tests of every page.',
    keyboard: "The browser's standard keyboard shortcuts work on this website.",
    contactTitle: 'Feedback and contact',
    contact: 'Comments and requests are handled by:',
    person: 'the accessibility coordinator',
    email: 'E-mail:',
    phone: 'Telephone:',
    procedureTitle: 'Requests and complaints about accessibility',
    procedure:
      'Everyone has the right to request that this website or a part of it be made accessible. A request should say who is making it, which page or part it concerns, and how to get in touch. We answer without delay, within 7 days at the latest; if that is not possible we say so, and the time will not exceed 2 months.',
    complaint:
      'If we refuse or do not answer in time, you can complain. When that way is exhausted, you can turn to the Polish Commissioner for Human Rights.',
    ombudsman: 'Website of the Commissioner for Human Rights',
    otherTitle: 'Other information',
    other:
      'The website works without JavaScript, on screens from 320 pixels wide, in dark mode and with high contrast.',
  },
};
