import { createTransport } from 'nodemailer';

export type Mail = {
  /** the same for each attempt, so that a mail sent twice is recognised as one */ id: string;
  to: string;
  subject: string;
  text: string;
};
export type Mailer = { send(mail: Mail): Promise<void> };

/** A mail server that refused or could not be reached. Carries codes only: its sentence may quote the address. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}

const codeOf = (error: unknown): string => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
};

/** Sends plain letters through the SMTP server of that URL; at most 20 s an attempt. Throws `MailNotSent`. */
export const smtpMailer = ({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer => {
  const host = from.slice(from.lastIndexOf('@') + 1);
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
    { from, disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({ messageId: `<${id}@${host}>`, to, subject, text });
      } catch (error) {
        throw new MailNotSent(`Expected the mail server to take a letter but it answered ${codeOf(error)}`);
      }
    },
  };
};
