// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogSubjects } from './CatalogSubjects';

const START = Date.parse('2026-06-01T10:00:00Z');

function entity(
  kind: 'User' | 'Group',
  name: string,
  above: string[] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
    relations: above.map(targetRef => ({
      type: kind === 'User' ? 'memberOf' : 'childOf',
      targetRef,
    })),
  };
}

function subjectsOf(entities: Entity[]) {
  const catalog = catalogServiceMock({ entities });
  const reads = jest.spyOn(catalog, 'getEntitiesByRefs');
  let now = START;
  const subjects = CatalogSubjects.create({
    catalog,
    auth: mockServices.auth({ pluginId: 'ownership' }),
    clock: () => new Date(now),
  });
  return { subjects, reads, tick: (ms: number) => (now += ms) };
}

describe('CatalogSubjects', () => {
  it('collects the groups upward through all parents', async () => {
    const { subjects } = subjectsOf([
      entity('User', 'pia', ['group:default/payments', 'group:default/guild']),
      entity('Group', 'payments', [
        'group:default/products',
        'group:default/regulated',
      ]),
      entity('Group', 'guild'),
      entity('Group', 'products', ['group:default/acme']),
      entity('Group', 'regulated', ['group:default/acme']),
      entity('Group', 'acme'),
      entity('Group', 'unrelated', ['group:default/acme']),
    ]);

    await expect(subjects.subjectOf('user:default/pia')).resolves.toEqual({
      userEntityRef: 'user:default/pia',
      groupEntityRefs: [
        'group:default/acme',
        'group:default/guild',
        'group:default/payments',
        'group:default/products',
        'group:default/regulated',
      ],
    });
  });

  it('answers canonical refs whatever the spelling', async () => {
    const { subjects } = subjectsOf([
      entity('User', 'pia', ['Group:default/Payments']),
      entity('Group', 'payments', ['group:Default/Acme']),
      entity('Group', 'acme'),
    ]);

    await expect(subjects.subjectOf('User:default/PIA')).resolves.toEqual({
      userEntityRef: 'user:default/pia',
      groupEntityRefs: ['group:default/acme', 'group:default/payments'],
    });
  });

  it('stops at a cycle of groups', async () => {
    const { subjects } = subjectsOf([
      entity('User', 'pia', ['group:default/a']),
      entity('Group', 'a', ['group:default/b']),
      entity('Group', 'b', ['group:default/c', 'group:default/b']),
      entity('Group', 'c', ['group:default/a']),
    ]);

    const { groupEntityRefs } = await subjects.subjectOf('user:default/pia');
    expect(groupEntityRefs).toEqual([
      'group:default/a',
      'group:default/b',
      'group:default/c',
    ]);
  });

  it('counts a group that only the user names', async () => {
    const { subjects } = subjectsOf([
      entity('User', 'pia', ['group:default/dissolved', 'system:default/x']),
    ]);

    const { groupEntityRefs } = await subjects.subjectOf('user:default/pia');
    expect(groupEntityRefs).toEqual(['group:default/dissolved']);
  });

  it('follows ten levels of groups and refuses an eleventh', async () => {
    const chain = (levels: number) => [
      entity('User', 'pia', ['group:default/g1']),
      ...Array.from({ length: levels }, (_, index) =>
        entity(
          'Group',
          `g${index + 1}`,
          index + 1 < levels ? [`group:default/g${index + 2}`] : [],
        ),
      ),
    ];

    const ten = await subjectsOf(chain(10)).subjects.subjectOf(
      'user:default/pia',
    );
    expect(ten.groupEntityRefs).toHaveLength(10);
    await expect(
      subjectsOf(chain(11)).subjects.subjectOf('user:default/pia'),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      code: 'ownership-subject-too-deep',
      message: expect.stringContaining('"group:default/g11"'),
    });
  });

  it('refuses a user that the catalog lacks, by name, and looks again next time', async () => {
    const { subjects, reads } = subjectsOf([entity('Group', 'payments')]);

    const refusal = {
      name: 'NotAllowedError',
      code: 'ownership-subject-unknown',
      message: expect.stringContaining('"user:default/mallory"'),
    };
    await expect(
      subjects.subjectOf('user:default/mallory'),
    ).rejects.toMatchObject(refusal);
    await expect(
      subjects.subjectOf('user:default/mallory'),
    ).rejects.toMatchObject(refusal);
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it.each(['group:default/payments', 'plugin:self-service', 'pia', ''])(
    'refuses %p, which is not a user',
    async ref => {
      const { subjects, reads } = subjectsOf([entity('Group', 'payments')]);

      await expect(subjects.subjectOf(ref)).rejects.toMatchObject({
        name: 'NotAllowedError',
        code: 'ownership-subject-not-a-user',
        message: expect.stringContaining(`"${ref}"`),
      });
      expect(reads).not.toHaveBeenCalled();
    },
  );

  it('refuses when the catalog fails, also half way, and recovers', async () => {
    const { subjects, reads } = subjectsOf([
      entity('User', 'pia', ['group:default/payments']),
      entity('Group', 'payments', ['group:default/acme']),
      entity('Group', 'acme'),
    ]);

    const refusal = {
      name: 'ServiceUnavailableError',
      code: 'ownership-subject-lookup-failed',
      message: expect.stringMatching(
        /"user:default\/pia".*the database is gone/,
      ),
    };
    reads.mockRejectedValueOnce(new Error('the database is gone'));
    await expect(subjects.subjectOf('user:default/pia')).rejects.toMatchObject(
      refusal,
    );

    reads
      .mockResolvedValueOnce({
        items: [entity('User', 'pia', ['group:default/payments'])],
      })
      .mockRejectedValueOnce(new Error('the database is gone'));
    await expect(subjects.subjectOf('user:default/pia')).rejects.toMatchObject(
      refusal,
    );

    const { groupEntityRefs } = await subjects.subjectOf('user:default/pia');
    expect(groupEntityRefs).toEqual([
      'group:default/acme',
      'group:default/payments',
    ]);
  });

  it('asks the catalog with its own credentials', async () => {
    const { subjects, reads } = subjectsOf([entity('User', 'pia')]);

    await subjects.subjectOf('user:default/pia');
    expect(reads.mock.calls[0][1]).toMatchObject({
      credentials: {
        principal: { type: 'service', subject: 'plugin:ownership' },
      },
    });
  });

  it('shares one look-up and remembers it for 30 seconds', async () => {
    const { subjects, reads, tick } = subjectsOf([entity('User', 'pia')]);

    await Promise.all([
      subjects.subjectOf('user:default/pia'),
      subjects.subjectOf('user:default/pia'),
    ]);
    tick(29_999);
    await subjects.subjectOf('user:default/pia');
    expect(reads).toHaveBeenCalledTimes(1);

    tick(1);
    await subjects.subjectOf('user:default/pia');
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it('does not remember longer when the clock is set back', async () => {
    const { subjects, reads, tick } = subjectsOf([entity('User', 'pia')]);

    await subjects.subjectOf('user:default/pia');
    tick(-3_600_000);
    await subjects.subjectOf('user:default/pia');
    expect(reads).toHaveBeenCalledTimes(2);
  });
});
