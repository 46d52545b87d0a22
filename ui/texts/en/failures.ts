import type { FailureCode } from '../../../processes/language/failure.ts';

type Failures = Record<FailureCode, { title: string; advice: string }>;

const failure: Failures = {
  invalidInput: { title: 'Something needs correcting', advice: 'Correct the places named and send again.' },
  notFound: {
    title: 'There is no such page',
    advice: 'Check the address or the number. If it is someone’s case, you may not have access to it.',
  },
  notSignedIn: { title: 'Please sign in first', advice: 'Sign in and you will come back to this page.' },
  forbidden: { title: 'You cannot do this', advice: 'Ask someone who has the right to.' },
  taskClosed: {
    title: 'This task is already closed',
    advice: 'Someone completed it, or the case went another way. Nothing was changed; reload your list of tasks.',
  },
  taskClaimed: {
    title: 'Someone else is working on this task',
    advice: 'Ask that person to give the task back to the list.',
  },
  caseClosed: { title: 'The case is closed', advice: 'Nothing more can be done in a closed case.' },
  caseSuspended: {
    title: 'The case is suspended',
    advice: 'An administrator has suspended the case. Nothing was changed; try again when it is resumed.',
  },
  notAwaited: {
    title: 'The case is not waiting for this now',
    advice: 'The case has gone on, or has not come to it yet. Nothing was changed; reload the page of the case.',
  },
  signatureRequired: {
    title: 'Sign the document first',
    advice: 'Go back to the task, read the document and sign it. Then complete the task.',
  },
  signatureRefused: {
    title: 'This signature cannot be accepted',
    advice:
      'Check that the right person is signing, that the certificate is valid and that this is the right version of the document.',
  },
  stepUpRequired: {
    title: 'Confirm who you are',
    advice: 'Sign in once more before signing. You will come back to the same place.',
  },
  conflict: {
    title: 'Someone changed this before you',
    advice: 'Reload the page and compare. What you typed has not replaced anything.',
  },
  idempotencyMismatch: {
    title: 'This application was already sent with other content',
    advice: 'Open an empty form and send the application anew.',
  },
  modelRefused: {
    title: 'The model cannot be deployed',
    advice: 'Correct all the places named. Nothing was changed.',
  },
  migrationRefused: {
    title: 'The case cannot be moved to this version',
    advice:
      'For each place named, choose what it becomes in the other version, or wait until the case has gone past it. Nothing was changed.',
  },
  engineUnavailable: {
    title: 'The case engine is not answering',
    advice: 'Try again in a moment. Applications and drafts are safe.',
  },
  storeUnavailable: {
    title: 'The database is not answering',
    advice: 'Try again in a moment. What was saved will not be lost.',
  },
  tooManyRequests: { title: 'Too many attempts', advice: 'Wait a few minutes and try again.' },
  tooLarge: { title: 'This is too large', advice: 'Make the file smaller or split it, and send it again.' },
  forgedRequest: { title: 'The page has expired', advice: 'Go back, reload the page and send again.' },
  expressionFailed: {
    title: 'A condition could not be worked out',
    advice:
      'The step is waiting for an administrator: the data or the model must be corrected and the step started again.',
  },
  handlerFailed: {
    title: 'An automatic step failed',
    advice: 'It was tried several times. Remove the cause and start the step again.',
  },
  uncaughtError: {
    title: 'Something happened that the procedure does not provide for',
    advice: 'The step is waiting for an administrator, who will decide what comes next.',
  },
  unknownReference: {
    title: 'The procedure refers to something that does not exist',
    advice: 'Check the name of the procedure, form or document.',
  },
};

export const failures = {
  failure,
  error: {
    home: 'Back to the home page',
    request: 'Request number',
    requestHint: 'Quote it if you ask about this error.',
    problems: 'What is wrong',
    kept: 'What you typed is kept',
    keptSignIn:
      'Sign in in a new tab, come back here and send it again. Nothing has changed so far. Attached files have to be added again.',
    keptText: 'Nothing has changed so far. Send it again; attached files have to be added again.',
    sendAgain: 'Send again',
    unexpectedTitle: 'Something went wrong on our side',
    unexpectedAdvice:
      'There is nothing for you to correct. Try again in a moment; if the error comes back, give us the request number.',
  },
};
