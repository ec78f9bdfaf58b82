// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-standalone-expect -- called by the contract suite, whose `it` knows exceptions */
import type { GitHostErrorCode } from '../errors';
import type { GitHost } from '../types';
import type { ContractFixture } from './fixture';
import { BRANCH, MERGER, proposals } from './proposals';

/** What not every host can do, and that none does it elsewhere. */
export function capabilitiesContract(at: ContractFixture, it: jest.It): void {
  const { codeOf, refusal } = at;
  const { get, propose } = proposals(at);

  describe('what not every host can do', () => {
    const supports = (capability: keyof GitHost['capabilities']) =>
      at.host.capabilities[capability];
    const SUPPORTED = 'supported';
    /** `supported` where the host says that it can, otherwise how it refuses. */
    async function answer(
      capability: keyof GitHost['capabilities'],
      attempt: () => Promise<unknown>,
    ): Promise<string> {
      if (supports(capability)) {
        await attempt();
        return SUPPORTED;
      }
      const { code, message: words } = await refusal(attempt());
      expect(words).toContain(`"${at.host.kind}"`);
      return code;
    }
    const expected = (capability: keyof GitHost['capabilities']) =>
      supports(capability) ? SUPPORTED : 'git-not-supported';

    it('statuses: the newest of a name counts, and others stay', async () => {
      const { headSha } = await propose();
      const set = (
        name: string,
        state: 'pending' | 'success' | 'failure',
        url?: string,
      ) =>
        at.host.setStatus(at.repo, {
          ...{ sha: headSha, name, state, url },
          description: `It is ${state}`,
        });
      expect(
        await answer('statuses', async () => {
          expect(await at.host.checks(at.repo, { sha: headSha })).toEqual([]);
          await set('fairway/approval', 'pending');
          await set('plan', 'failure');
          await set('fairway/approval', 'success', 'https://acme.example/1');
          const checks = await at.host.checks(at.repo, { sha: headSha });
          const byName = new Map(checks.map(check => [check.name, check]));
          expect(checks).toHaveLength(2);
          expect(byName.get('fairway/approval')).toMatchObject({
            source: 'status',
            state: 'succeeded',
            summary: 'It is success',
            url: 'https://acme.example/1',
          });
          expect(byName.get('plan')?.state).toBe('failed');
          await set('plan', 'pending');
          const [plan] = (
            await at.host.checks(at.repo, { sha: headSha })
          ).filter(({ name }) => name === 'plan');
          expect(plan.state).toBe('running');
          expect(await at.host.checks(at.repo, { sha: at.baseSha })).toEqual(
            [],
          );
        }),
      ).toBe(expected('statuses'));
    });

    it('statuses: are set on commits only', async () => {
      const attempt = (sha_: string, more: object = {}) =>
        at.host.setStatus(at.repo, {
          ...{ sha: sha_, name: 'plan', state: 'success', description: '' },
          ...more,
        });
      const code = (known: GitHostErrorCode) =>
        supports('statuses') ? known : 'git-not-supported';
      expect(await codeOf(attempt('1'.repeat(40)))).toBe(
        code('git-ref-not-found'),
      );
      expect(await codeOf(attempt('main'))).toBe(code('git-ref-invalid'));
      // eslint-disable-next-line no-script-url -- what has to be refused
      const url = 'javascript:alert(1)';
      expect(await codeOf(attempt(at.baseSha, { url }))).toBe(
        code('git-text-invalid'),
      );
      expect(await codeOf(attempt(at.baseSha, { name: '' }))).toBe(
        code('git-text-invalid'),
      );
    });

    it('labels: are added to those that are there', async () => {
      const { number } = await propose();
      const answered = await answer('labels', async () => {
        await at.host.addLabels(at.repo, {
          number,
          labels: ['database', 'dev'],
        });
        await at.host.addLabels(at.repo, { number, labels: ['cost', 'dev'] });
        const change = await get(number);
        expect([...(change?.labels ?? [])].sort()).toEqual([
          ...['cost', 'database', 'dev'],
        ]);
      });
      expect(answered).toBe(expected('labels'));
    });

    it('reviews: there are none yet', async () => {
      const { number } = await propose();
      expect(await at.host.reviews(at.repo, { number })).toEqual([]);
    });

    it('reviewers: whom the host does not know is told', async () => {
      const { number } = await propose();
      const answered = await answer('reviews', async () => {
        const users = ['nobody-of-this-name'];
        const { requested, failed } = await at.host.requestReviewers(at.repo, {
          ...{ number, users, teams: [] },
        });
        expect(requested).toEqual([]);
        expect(failed.map(({ name }) => name)).toEqual(users);
      });
      expect(answered).toBe(expected('reviews'));
    });

    it('auto-merge: is refused with words where there is none', async () => {
      const { number, headSha } = await propose();
      at.subject.wantMoreBeforeMerging?.();
      const answered = await answer('autoMerge', () =>
        at.host.enableAutoMerge(at.repo, { number, headSha }),
      );
      expect(answered).toBe(expected('autoMerge'));
    });
  });

  describe('everything that names a repository', () => {
    it('is refused for one that the host was not made for', async () => {
      const foreign = at.subject.foreignRepository;
      const branch = BRANCH;
      const order = {
        number: 1,
        headSha: at.baseSha,
        message: 'x',
        trailers: [],
      };
      const attempts = [
        () => at.host.getChange(foreign, { number: 1 }),
        () => at.host.updateChange(foreign, { number: 1, title: 'x' }),
        () => at.host.closeChange(foreign, { number: 1 }),
        () => at.host.mergeChange(foreign, { ...order, author: MERGER }),
        () => at.host.mergeability(foreign, { number: 1 }),
        () => at.host.deleteBranch(foreign, { branch, sha: at.baseSha }),
        () => at.host.compare(foreign, { base: 'main', head: 'main' }),
        () => at.host.checks(foreign, { sha: at.baseSha }),
        () => at.host.reviews(foreign, { number: 1 }),
      ];
      for (const attempt of attempts) {
        expect(await codeOf(attempt())).toBe('git-repository-not-configured');
      }
    });
  });
}
