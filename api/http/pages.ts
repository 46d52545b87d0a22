import type { VNode } from 'preact';
import { AccessibilityPage } from '../../ui/pages/accessibility.tsx';
import { ApplicationPage } from '../../ui/pages/application.tsx';
import { ApplicationsPage } from '../../ui/pages/applications.tsx';
import { CasePage } from '../../ui/pages/case.tsx';
import { CasesPage } from '../../ui/pages/cases.tsx';
import { ErrorPage } from '../../ui/pages/error.tsx';
import { InboxPage } from '../../ui/pages/inbox.tsx';
import { MigrationPage } from '../../ui/pages/migration.tsx';
import { ModelCheckPage } from '../../ui/pages/model-check.tsx';
import { MyCasesPage } from '../../ui/pages/my-cases.tsx';
import { OperatePage } from '../../ui/pages/operate.tsx';
import { ProcedurePage } from '../../ui/pages/procedure.tsx';
import { ProceduresPage } from '../../ui/pages/procedures.tsx';
import { PublicCasePage } from '../../ui/pages/public-case.tsx';
import { SignInPage } from '../../ui/pages/sign-in.tsx';
import { StartPage } from '../../ui/pages/start.tsx';
import { SubmittedPage } from '../../ui/pages/submitted.tsx';
import { TaskPage } from '../../ui/pages/task.tsx';
import { TrackPage } from '../../ui/pages/track.tsx';
import { VerifyPage } from '../../ui/pages/verify.tsx';
import { renderPage } from '../../ui/render.ts';
import type { PageContext, Pages } from '../../ui/contract.ts';

type Components = { [Name in keyof Pages]: (props: { context: PageContext } & Pages[Name]) => VNode };

const components: Components = {
  accessibility: AccessibilityPage,
  application: ApplicationPage,
  applications: ApplicationsPage,
  case: CasePage,
  cases: CasesPage,
  error: ErrorPage,
  inbox: InboxPage,
  migration: MigrationPage,
  'model-check': ModelCheckPage,
  'my-cases': MyCasesPage,
  operate: OperatePage,
  procedure: ProcedurePage,
  procedures: ProceduresPage,
  'public-case': PublicCasePage,
  'sign-in': SignInPage,
  start: StartPage,
  submitted: SubmittedPage,
  task: TaskPage,
  track: TrackPage,
  verify: VerifyPage,
};

/** The HTML of a page by its name in ui/pages. */
export const drawPage = <Name extends keyof Pages>(name: Name, context: PageContext, view: Pages[Name]): string =>
  renderPage(components[name]({ context, ...view }));
