import { plural } from '../plural.ts';

export const start = {
  start: {
    title: 'School matters, settled to the end',
    lead: "Obieg takes a case from a parent's application, through the school and the city's Education Department, to a signed decision. Everyone can see where the case is and who it is waiting for.",
    trackTitle: 'See what is happening with your case',
    track: 'You will need the case number and the code from your receipt.',
    verifyTitle: 'Check that a document is genuine',
    verify: 'Type the code printed on the document, or choose the PDF file.',
    demoTitle: 'Try it as…',
    demoText:
      'One click signs you in as one of the invented people. Once signed in, you can come back here at any time and become someone else.',
    signInAs: 'Sign in as {name}',
    steps: {
      title: 'Five minutes with Obieg',
      apply: 'Sign in as a parent and apply for a school stipend. Write down the case number and the code.',
      secretary: 'Sign in as the secretary of the same school: check the pupil and pass the application on.',
      clerk: 'Sign in as the clerk of the Education Department: assess the application and prepare the decision.',
      sign: 'Sign the decision as each task asks you to. Download the PDF with both signatures.',
      verify: 'Check the decision on the “Verify a document” page, and the case with its number and code.',
    },
    openCases: plural({ one: '{n} case is open now.', other: '{n} cases are open now.' }),
  },
  signIn: {
    title: 'Sign in',
    text: 'Choose who you want to be. This is a practice sign-in: there are no passwords and no real data.',
    parents: 'Parents',
    staff: 'City office and schools',
  },
};
