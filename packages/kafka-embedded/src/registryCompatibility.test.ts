// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { describeWithCluster } from './__testUtils__/describeWithCluster';
import {
  answering,
  at,
  failing,
  ID,
  NOTE,
  OPTIONAL,
  useRegistry,
} from './__testUtils__/useRegistry';

const { call, order, register, setLevel, subject } = useRegistry();

describeWithCluster('compatibility', () => {
  const NEW_OPTIONAL = [ID, OPTIONAL];
  const NEW_REQUIRED = [ID, NOTE];
  it.each([
    ['BACKWARD', NEW_OPTIONAL, true],
    ['BACKWARD', NEW_REQUIRED, false],
    ['FORWARD', NEW_REQUIRED, true],
    ['FORWARD', [NOTE], false],
    ['FULL', NEW_OPTIONAL, true],
    ['FULL', NEW_REQUIRED, false],
    ['NONE', [NOTE], true],
  ])('with %s: %j is %s', async (level, fields, compatible) => {
    await register(order(ID));
    await setLevel(level);
    const path = `/compatibility${at(subject(), '/versions/latest')}`;
    expect(await call('POST', path, order(...fields))).toEqual(
      answering({ is_compatible: compatible }),
    );
    const registered = await register(order(...fields));
    expect(registered.status).toBe(compatible ? 200 : 409);
    const versions = compatible ? [1, 2] : [1];
    expect(await call('GET', at(subject(), '/versions'))).toEqual(
      answering(versions),
    );
  });

  it('looks at every version when transitive, and else at the last', async () => {
    const path = `/compatibility${at(subject(), '/versions')}?verbose=true`;
    await setLevel('NONE');
    await register(order(ID));
    await register(order(ID, NOTE));
    await setLevel('BACKWARD');
    expect(await call('POST', path, order(NOTE))).toEqual(
      answering({ is_compatible: true, messages: [] }),
    );
    await setLevel('BACKWARD_TRANSITIVE');
    expect(await call('POST', path, order(NOTE))).toEqual(
      answering({
        is_compatible: false,
        messages: [expect.stringContaining('version 1')],
      }),
    );
  });

  it('lets anything be the first version, and knows no other that is not there', async () => {
    const of = (version: string) =>
      call('POST', `/compatibility${at(subject(), version)}`, order(ID));
    expect(await of('/versions/latest')).toEqual(
      answering({ is_compatible: true }),
    );
    expect(await of('/versions/3')).toEqual(failing(404, 40401));
  });

  it('registers one of two that do not go together', async () => {
    await register(order(ID));
    const both = await Promise.all([
      register(order(ID, { name: 'x', type: 'int', default: 0 })),
      register(order(ID, { name: 'x', type: 'string', default: '' })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describeWithCluster('config and mode', () => {
  const config = (query = '') =>
    `/config/${encodeURIComponent(subject())}${query}`;
  const mode = (query = '') => `/mode/${encodeURIComponent(subject())}${query}`;

  it('has a level for all, and one for a subject', async () => {
    expect(await call('GET', '/config')).toEqual(
      answering({ compatibilityLevel: 'BACKWARD' }),
    );
    expect(await call('GET', config())).toEqual(failing(404, 40408));
    expect(await call('GET', config('?defaultToGlobal=true'))).toEqual(
      answering({ compatibilityLevel: 'BACKWARD' }),
    );
    expect(await setLevel('FULL')).toEqual(
      answering({ compatibility: 'FULL' }),
    );
    expect(await call('GET', config())).toEqual(
      answering({ compatibilityLevel: 'FULL' }),
    );
    expect(await setLevel('SOMETIMES')).toEqual(failing(422, 42203));
    expect((await call('GET', '/subjects?deleted=true')).body).not.toContain(
      subject(),
    );
    await call('DELETE', config());
    expect(await call('GET', config())).toEqual(failing(404, 40408));
  });

  it('takes another level for all', async () => {
    await call('PUT', '/config', { compatibility: 'NONE' });
    await register(order(ID));
    expect(await register(order(NOTE))).toMatchObject({ status: 200 });
    await call('DELETE', '/config');
    expect(await call('GET', '/config')).toEqual(
      answering({ compatibilityLevel: 'BACKWARD' }),
    );
  });

  it('changes nothing in a subject that is read-only', async () => {
    await register(order(ID));
    expect(await call('GET', mode())).toEqual(failing(404, 40409));
    await call('PUT', mode(), { mode: 'READONLY' });
    expect(await register(order(ID, OPTIONAL))).toEqual(failing(422, 42205));
    expect(await call('DELETE', at(subject()))).toEqual(failing(422, 42205));
    await call('DELETE', mode());
    expect(await call('GET', mode('?defaultToGlobal=true'))).toEqual(
      answering({ mode: 'READWRITE' }),
    );
    expect(await register(order(ID, OPTIONAL))).toMatchObject({ status: 200 });
    expect(await call('PUT', mode(), { mode: 'SLOW' })).toEqual(
      failing(422, 42204),
    );
  });
});
