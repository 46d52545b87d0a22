import { beforeAll, describe, expect, test } from '@jest/globals';
import { fileCertificate, openDoors, signedIn, taskOf } from '../doors.ts';
import type { Doors, Visitor } from '../doors.ts';

let doors: Doors;
let secretary: Visitor;
let director: Visitor;
let otherSecretary: Visitor;

beforeAll(async () => {
  doors = await openDoors();
  secretary = await signedIn(doors, 'secretary-sp-1');
  director = await signedIn(doors, 'director-sp-1');
  otherSecretary = await signedIn(doors, 'secretary-sp-2');
});

const reviewOf = async (): Promise<{ task: string; caseId: string }> => {
  const { caseId } = await fileCertificate(doors);
  return { caseId, task: await taskOf(doors, caseId, 'review') };
};

describe('the inbox', () => {
  test('lists what waits for the roles of whoever asks, in JSON and as a page', async () => {
    const { task } = await reviewOf();
    const asJson = await secretary.json('get', '/inbox').expect(200);
    expect(asJson.body.rows.map((row: { id: string }) => row.id)).toContain(task);
    expect((await secretary.page('/inbox').expect(200)).text).toContain(`/tasks/${task}`);
    expect((await otherSecretary.json('get', '/inbox').expect(200)).body.rows).toEqual([]);
  });
});

describe('a task', () => {
  test('is shown to its unit and unknown to another', async () => {
    const { task } = await reviewOf();
    const shown = await secretary.json('get', `/tasks/${task}`).expect(200);
    expect(shown.body).toMatchObject({ mayAct: true, task: { id: task } });
    await otherSecretary.json('get', `/tasks/${task}`).expect(404);
    await otherSecretary.json('post', `/tasks/${task}`, { data: { verdict: 'issue', className: '1a' } }).expect(404);
  });

  test('is shown to a colleague of another role, who may not complete it', async () => {
    const { task } = await reviewOf();
    expect((await director.json('get', `/tasks/${task}`).expect(200)).body.mayAct).toBe(false);
    await director.json('post', `/tasks/${task}`, { data: { verdict: 'issue', className: '1a' } }).expect(403);
  });

  test('is completed from JSON and answers the receipt of the step', async () => {
    const { task } = await reviewOf();
    const done = await secretary
      .json('post', `/tasks/${task}`, { data: { verdict: 'issue', className: '1a' } })
      .expect(200);
    expect(done.body).toMatchObject({ ended: false });
  });

  test('is completed from a form, which is sent on to the inbox', async () => {
    const { task } = await reviewOf();
    const done = await secretary.form(`/tasks/${task}`, {
      _action: 'complete',
      verdict: 'reject',
      rejectionReason: 'Nie jest uczniem.',
    });
    expect([done.status, done.headers['location']]).toEqual([303, '/inbox']);
  });

  test('comes back as it was typed, with what is wrong, when the form does not fit', async () => {
    const { task } = await reviewOf();
    const again = await secretary.form(`/tasks/${task}`, {
      _action: 'complete',
      verdict: 'reject',
      rejectionReason: '',
    });
    expect(again.status).toBe(422);
    expect(again.text).toMatch(/value="reject"[^>]*checked|checked[^>]*value="reject"/);
    const problem = await secretary.json('post', `/tasks/${task}`, { data: { verdict: 'reject' } }).expect(422);
    expect(problem.type).toBe('application/problem+json');
    expect(problem.body.problems[0]).toMatchObject({ at: 'rejectionReason', code: 'required' });
  });

  test('refuses fields its form does not have, in both representations', async () => {
    const { task } = await reviewOf();
    await secretary.form(`/tasks/${task}`, { verdict: 'issue', className: '1a', owner: 'me' }).expect(422);
    await secretary
      .json('post', `/tasks/${task}`, { data: { verdict: 'issue', className: '1a', owner: 'me' } })
      .expect(422);
    await secretary.json('post', `/tasks/${task}`, { data: {}, more: 1 }).expect(422);
  });

  test('keeps a draft by its button and by PUT, and tells two devices apart', async () => {
    const { task } = await reviewOf();
    const saved = await secretary.form(`/tasks/${task}`, { _action: 'save', verdict: 'issue', className: '' });
    expect([saved.status, saved.headers['location']]).toEqual([303, `/tasks/${task}`]);
    const { body } = await secretary.json('get', `/tasks/${task}`);
    expect(body.form.values).toMatchObject({ verdict: 'issue' });
    const { revision } = body.task.draft;
    await secretary.json('put', `/tasks/${task}/draft`, { data: { className: '2b' }, revision }).expect(200);
    await secretary.json('put', `/tasks/${task}/draft`, { data: { className: '3c' }, revision }).expect(409);
  });

  test('saved in another tab meanwhile, shows what was typed here again instead of losing it', async () => {
    const { task } = await reviewOf();
    await secretary.json('put', `/tasks/${task}/draft`, { data: { verdict: 'issue' }, revision: 0 }).expect(200);
    const late = await secretary.form(`/tasks/${task}`, {
      _action: 'save',
      _revision: '0',
      verdict: 'issue',
      className: '7x',
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('value="7x"');
  });

  test('is claimed, then out of reach of a colleague until released', async () => {
    const { task } = await reviewOf();
    expect((await secretary.json('post', `/tasks/${task}/claim`).expect(200)).body.assignee.id).toBe('secretary-sp-1');
    await director.json('post', `/tasks/${task}/claim`).expect(403);
    await secretary.json('post', `/tasks/${task}/release`).expect(200);
  });

  test('closed before is answered with 409 and nothing changes', async () => {
    const { task } = await reviewOf();
    await secretary.json('post', `/tasks/${task}`, { data: { verdict: 'issue', className: '1a' } }).expect(200);
    const again = await secretary.json('post', `/tasks/${task}`, { data: { verdict: 'issue', className: '1a' } });
    expect([again.status, again.body.code]).toEqual([409, 'taskClosed']);
  });

  test('keeps what was typed as a draft when the engine is out of reach', async () => {
    const { task } = await reviewOf();
    doors.world.engine.down = true;
    const away = await secretary.form(`/tasks/${task}`, { _action: 'complete', verdict: 'issue', className: '4d' });
    doors.world.engine.down = false;
    expect([away.status, away.headers['retry-after']]).toEqual([503, '5']);
    expect((await secretary.json('get', `/tasks/${task}`)).body.form.values).toMatchObject({ className: '4d' });
  });
});

describe('a signature', () => {
  const toSign = async (): Promise<{ task: string; head: string; caseId: string }> => {
    const { task, caseId } = await reviewOf();
    await secretary.json('post', `/tasks/${task}`, { data: { verdict: 'issue', className: '1a' } }).expect(200);
    const sign = await taskOf(doors, caseId, 'directorSignature');
    const { body } = await director.json('get', `/tasks/${sign}`);
    return { task: sign, caseId, head: body.task.signature.document.revisions.at(-1).sha256 };
  };

  test('is put on the revision that was read and completes a task that asks nothing else', async () => {
    const { task, head } = await toSign();
    expect((await director.json('post', `/tasks/${task}`, { data: {} })).body.code).toBe('signatureRequired');
    const signed = await director.json('post', `/tasks/${task}/signature`, { expectedHead: head }).expect(200);
    expect(signed.body.document.unsigned).toEqual([]);
    expect(signed.body.step).toMatchObject({ open: [], ended: true });
    expect((await director.json('post', `/tasks/${task}`, { data: {} })).body.code).toBe('caseClosed');
  });

  test('needs a sign-in of the last five minutes', async () => {
    const { task, head } = await toSign();
    const late = await signedIn(doors, 'director-sp-1');
    doors.world.clock.forward(6 * 60_000);
    const refused = await late.json('post', `/tasks/${task}/signature`, { expectedHead: head });
    expect([refused.status, refused.body.code]).toEqual([401, 'stepUpRequired']);
    const page = await late
      .form(`/tasks/${task}/signature`, { expectedHead: head })
      .set('Referer', `http://127.0.0.1:3000/tasks/${task}`)
      .set('Host', '127.0.0.1:3000');
    expect(page.headers['location']).toBe(`/sign-in?back=${encodeURIComponent(`/tasks/${task}`)}&person=director-sp-1`);
  });

  test('is refused to a role the task does not wait for, and for a revision nobody read', async () => {
    const { task, head } = await toSign();
    await secretary.json('post', `/tasks/${task}/signature`, { expectedHead: head }).expect(403);
    const fresh = await signedIn(doors, 'director-sp-1');
    await fresh.json('post', `/tasks/${task}/signature`, { expectedHead: '0'.repeat(64) }).expect(409);
  });
});
