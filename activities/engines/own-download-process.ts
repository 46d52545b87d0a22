import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The process of `own-download.ts`: downloads into the folder and writes the binary's path as its last line. */
const [, , name, version = 'default', folder = '.'] = process.argv;

if (name === 'mongod') {
  const { MongoBinary } = await import('mongodb-memory-server');
  await MongoBinary.getPath({ version, downloadDir: folder, checkMD5: true });
} else {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const server = { executable: { type: 'cached-download' as const, downloadDir: folder, version } };
  const environment = await (name === 'temporal'
    ? TestWorkflowEnvironment.createLocal({ server })
    : TestWorkflowEnvironment.createTimeSkipping({ server }));
  await environment.teardown();
}
const file = (await readdir(folder)).find((entry) => /^(temporal|mongod)/.test(entry));
process.stdout.write(`\n${join(folder, file ?? '')}\n`);
process.exit(0);
