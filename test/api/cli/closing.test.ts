import { describe, expect, test } from '@jest/globals';
import { closingOrder } from '../../../api/cli/closing.ts';

describe('closing', () => {
  test('goes from what was opened last to what was opened first, also past one that fails', async () => {
    const closed: string[] = [];
    const complaints: string[] = [];
    const closing = closingOrder((name, error) => complaints.push(`${name}: ${(error as Error).message}`));
    closing.add('engines', async () => void closed.push('engines'));
    closing.add('store', () => Promise.reject(new Error('away')));
    closing.add('pages', async () => void closed.push('pages'));
    await closing.run();
    expect(closed).toEqual(['pages', 'engines']);
    expect(complaints).toEqual(['store: away']);
  });

  test('closes at once what is opened after it began', async () => {
    const closed: string[] = [];
    const closing = closingOrder(() => undefined);
    await closing.run();
    closing.add('late', () => void closed.push('late'));
    await Promise.resolve();
    expect(closed).toEqual(['late']);
  });
});
