// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/fakeBackend';
import { openForm } from '../../__testUtils__/fieldForm';
import { ordersDb } from '../../__testUtils__/modules';

const LIVE = 'local?owner=acme&repo=infrastructure-live';
const DATABASE = { module: 'postgres-database', version: 'v1.1.0' };

function open(
  options: JsonObject = DATABASE,
  more: {
    initialState?: JsonObject;
    change?: (backend: FakeBackend) => void;
    properties?: JsonObject;
  } = {},
) {
  const backend = new FakeBackend();
  backend.reads.units = [ordersDb];
  more.change?.(backend);
  const form = openForm({
    backend,
    initialState: more.initialState,
    properties: {
      ...more.properties,
      settings: {
        title: 'Settings',
        type: 'object',
        'ui:field': 'FairwayModuleInputs',
        'ui:options': options,
      },
    },
  });
  return { backend, ...form };
}

const unfold = async (user: ReturnType<typeof open>['user']) =>
  user.click(await screen.findByRole('button', { name: /^Optional settings/ }));
const field = (name: RegExp | string) => screen.findByRole('textbox', { name });

async function fillRequired(user: ReturnType<typeof open>['user']) {
  await user.type(await field(/^Name/), 'orders');
  await user.click(screen.getByRole('radio', { name: 'internal' }));
}

describe('FairwayModuleInputs for something new', () => {
  it('asks for what is required first, with help, and folds the rest', async () => {
    const { user } = open();
    const needed = await screen.findByRole('group', { name: 'Needed' });
    expect(within(needed).getByRole('textbox')).toHaveAccessibleDescription(
      'Unique within the account. Lower-case letters and hyphens.',
    );
    expect(
      within(needed).getByRole('radiogroup', { name: /^Data classification/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Optional settings (9)' }),
    ).toHaveAttribute('aria-expanded', 'false');
    await unfold(user);
    expect(await field('Storage gb')).toHaveAttribute(
      'placeholder',
      'Default: 20',
    );
    expect(screen.getByRole('radio', { name: 'Default: small' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Default: No' })).toBeChecked();
  });

  it('gives what was filled in and nothing else, with module and version', async () => {
    const { user, create } = open();
    await fillRequired(user);
    await unfold(user);
    await user.type(await field('Storage gb'), '100');
    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    expect(await create()).toEqual({
      settings: {
        ...DATABASE,
        inputs: {
          name: 'orders',
          data_classification: 'internal',
          storage_gb: 100,
          multi_az: true,
        },
      },
    });
  });

  it('takes lists, maps, objects and any value', async () => {
    const { user, create } = open();
    await fillRequired(user);
    await unfold(user);
    const add = (name: string) =>
      user.click(screen.getByRole('button', { name }));
    await add('Add to Subnet ids');
    await user.type(await field(/^Subnet ids 1/), 'subnet-a');
    await add('Add to Subnet ids');
    await user.type(await field(/^Subnet ids 2/), 'subnet-b');
    await user.click(
      screen.getByRole('button', { name: 'Remove Subnet ids 1' }),
    );
    await add('Add to Parameters');
    await user.type(await field('Name 1 in Parameters'), 'max_connections');
    await user.type(await field('Value of max_connections'), '200');
    await user.type(await field(/^Day/), 'sunday');
    await user.type(await field(/^Hour/), '1.5');
    await user.click(await field(/^Extra/));
    await user.paste('{"a": [1, null]}');
    expect((await create())?.settings).toMatchObject({
      inputs: {
        subnet_ids: ['subnet-b'],
        parameters: { max_connections: '200' },
        window: { day: 'sunday', hour: 1.5 },
        extra: { a: [1, null] },
      },
    });
  });

  it('keeps what is cleared out of the value again', async () => {
    const { user, create } = open();
    await fillRequired(user);
    await unfold(user);
    await user.type(await field('Storage gb'), '100');
    expect(
      screen.getByRole('button', { name: 'Optional settings (9, 1 set)' }),
    ).toBeInTheDocument();
    await user.clear(await field('Storage gb'));
    await user.click(screen.getByRole('button', { name: 'Add to Subnet ids' }));
    await user.click(
      screen.getByRole('button', { name: 'Remove Subnet ids 1' }),
    );
    expect((await create())?.settings).toEqual({
      ...DATABASE,
      inputs: { name: 'orders', data_classification: 'internal' },
    });
  });

  it('says all that is wrong where it is, opens what is folded, and lets nothing of it pass', async () => {
    const { user, created, review } = open();
    await user.type(await field(/^Name/), 'Orders 1');
    await unfold(user);
    await user.type(await field('Storage gb'), '5');
    await unfold(user);
    await review();
    const storage = await field('Storage gb');
    await waitFor(() =>
      expect(storage).toHaveAccessibleDescription(
        /storage_gb is 5; give at least 20/,
      ),
    );
    expect(await field(/^Name/)).toHaveAttribute('aria-invalid', 'true');
    expect(
      screen.getByRole('radiogroup', { name: /^Data classification/ }),
    ).toHaveAccessibleDescription(
      /data_classification is required; give it a value/,
    );
    expect(created).toEqual([]);
    expect(
      screen.queryByRole('button', { name: 'Create' }),
    ).not.toBeInTheDocument();
  });

  it('does not take letters for a number, nor what is no JSON', async () => {
    const { user } = open();
    await fillRequired(user);
    await unfold(user);
    await user.type(await field('Storage gb'), 'many');
    expect(await field('Storage gb')).toHaveAccessibleDescription(
      /storage_gb is "many"; give a whole number/,
    );
    const extra = await field(/^Extra/);
    await user.type(extra, 'oops');
    expect(extra).toHaveAccessibleDescription(/This is not JSON/);
    expect(extra.closest('form')?.checkValidity()).toBe(false);
  });

  it('never asks for a secret, only for where it comes from', async () => {
    const { user, create, review } = open(
      { ...DATABASE, dependenciesField: 'dependencies' },
      {
        initialState: {
          dependencies: [
            {
              name: 'secrets',
              configPath: '../secrets',
              outputs: { engine_version: 'version' },
            },
          ],
        },
      },
    );
    await fillRequired(user);
    await unfold(user);
    expect(
      screen.getByText('Filled from the output “version” of secrets.'),
    ).toBeInTheDocument();
    const password = await field(/^Admin password/);
    await user.type(password, 'hunter2');
    await review();
    await waitFor(() =>
      expect(password).toHaveAccessibleDescription(
        /admin_password is no reference to an output of a dependency/,
      ),
    );
    await user.clear(password);
    await user.type(password, 'dependency.secrets.outputs.password');
    expect((await create())?.settings).toMatchObject({
      inputs: { name: 'orders', data_classification: 'internal' },
      secretInputs: {
        admin_password: 'dependency.secrets.outputs.password',
      },
    });
  });

  it('says that a secret cannot be given where there is no dependency', async () => {
    const { user } = open();
    await unfold(user);
    expect(
      await screen.findByText(/it can only come from another unit/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('textbox', { name: /^Admin password/ }),
    ).not.toBeInTheDocument();
  });

  it('leaves to the template what the template fills', async () => {
    const { user, create } = open({ ...DATABASE, hide: ['name'] });
    await user.click(await screen.findByRole('radio', { name: 'internal' }));
    expect(
      screen.queryByRole('textbox', { name: /^Name/ }),
    ).not.toBeInTheDocument();
    expect((await create())?.settings).toMatchObject({
      inputs: { data_classification: 'internal' },
    });
  });

  it('is filled by what the form is opened with', async () => {
    const { create } = open(DATABASE, {
      initialState: {
        settings: {
          inputs: { name: 'orders', data_classification: 'public', gone: 1 },
        },
      },
    });
    expect(await field(/^Name/)).toHaveValue('orders');
    expect(screen.getByRole('radio', { name: 'public' })).toBeChecked();
    expect((await create())?.settings).toEqual({
      ...DATABASE,
      inputs: { name: 'orders', data_classification: 'public' },
    });
  });

  it('follows module and version of other fields, and takes the newest approved one without', async () => {
    const { user, backend } = open(
      { moduleField: 'module' },
      { properties: { module: { title: 'Module', type: 'string' } } },
    );
    expect(
      await screen.findByRole('heading', { name: 'Choose a module first' }),
    ).toBeInTheDocument();
    await user.type(
      screen.getByRole('textbox', { name: 'Module' }),
      'postgres-database',
    );
    expect(
      await screen.findByRole('group', { name: 'Needed' }),
    ).toBeInTheDocument();
    expect(backend.calls).toContain(
      '/self-service/modules/postgres-database/versions/v1.1.0',
    );
  });

  it('gives a forced input its one value, which cannot be changed', async () => {
    const { user, create } = open(DATABASE, {
      change: ({ reads }) => {
        const inspect = reads.inspect;
        reads.inspect = (...which) => {
          const found = inspect(...which)!;
          const properties = found.schema.properties as JsonObject;
          const multiAz = { type: 'boolean', const: true, readOnly: true };
          return {
            ...found,
            schema: {
              ...found.schema,
              properties: { ...properties, multi_az: multiAz },
            },
          };
        };
      },
    });
    await fillRequired(user);
    await unfold(user);
    expect(
      screen.getByText('Always true: whoever keeps the modules has set it.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('radiogroup', { name: 'multi_az' }),
    ).not.toBeInTheDocument();
    expect((await create())?.settings).toMatchObject({
      inputs: { multi_az: true },
    });
  });

  it('says so when no version may be used', async () => {
    open({ module: 'bucket' });
    expect(
      await screen.findByRole('heading', { name: 'No version may be used' }),
    ).toBeInTheDocument();
  });

  it('does not let a blocked version pass', async () => {
    const { user, review, created } = open({
      module: 'postgres-database',
      version: 'v1.2.0',
    });
    await fillRequired(user);
    expect(
      screen.getByText(/The version v1.2.0 is blocked: It loses backups/),
    ).toBeInTheDocument();
    await review();
    await waitFor(() =>
      expect(document.getElementById('root_settings__error')).toBeVisible(),
    );
    expect(created).toEqual([]);
  });

  it('says in words that it loads', async () => {
    open(DATABASE, {
      change: ({ reads }) =>
        reads.instead.set(
          '/self-service/modules/postgres-database/versions/v1.1.0',
          () => new Promise(() => {}),
        ),
    });
    expect(
      await screen.findByText('Reading what the module takes'),
    ).toBeInTheDocument();
  });

  it('says what went wrong, and tries again', async () => {
    const path = '/self-service/modules/postgres-database/versions/v1.1.0';
    const { user, backend } = open(DATABASE, {
      change: ({ reads }) =>
        reads.instead.set(path, () => ({
          status: 503,
          name: 'ServiceUnavailableError',
          code: 'modules-unavailable',
          message: 'Away',
        })),
    });
    expect(await screen.findByText('modules-unavailable')).toBeInTheDocument();
    backend.reads.instead.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('group', { name: 'Needed' }),
    ).toBeInTheDocument();
  });
});

describe('FairwayModuleInputs for something that is there', () => {
  const OPTIONS = { repoUrl: LIVE, unitField: 'unit' };
  const unit = { unit: ordersDb.path };

  it('is filled from Git, and says what it leaves as it is', async () => {
    open(OPTIONS, { initialState: unit });
    const there = await screen.findByRole('group', { name: 'As it is in Git' });
    expect(within(there).getByRole('textbox', { name: /^Name/ })).toHaveValue(
      'orders-db',
    );
    expect(
      within(there).getByRole('textbox', { name: 'Storage gb' }),
    ).toHaveValue('50');
    expect(
      within(there).getByText(
        'Read from the output “subnet_ids” of network. It stays as it is.',
      ),
    ).toBeInTheDocument();
    expect(
      within(there).getByText('An expression in the file. It stays as it is.'),
    ).toBeInTheDocument();
  });

  it('gives only what is changed, and puts back what is in Git', async () => {
    const { user, create } = open(OPTIONS, { initialState: unit });
    const storage = await field('Storage gb');
    await user.clear(storage);
    await user.type(await field('Storage gb'), '80');
    expect(screen.getByText('In Git: 50')).toBeInTheDocument();
    await user.clear(await field('Legacy'));
    expect(screen.getByText('In Git: "x"')).toBeInTheDocument();
    await user.type(await field(/^Name/), '-two');
    await user.click(screen.getByRole('button', { name: 'Put back Name' }));
    expect(await field(/^Name/)).toHaveValue('orders-db');
    expect(await create()).toEqual({
      unit: ordersDb.path,
      settings: {
        module: 'postgres-database',
        version: 'v1.0.0',
        unit: ordersDb.path,
        inputs: { storage_gb: 80, legacy: null },
      },
    });
  });

  it('does not let a change pass that changes nothing, nor one that the module refuses', async () => {
    const { user, review, created } = open(OPTIONS, { initialState: unit });
    await field('Storage gb');
    await review();
    expect(
      (await screen.findAllByText(/Nothing is changed yet/)).length,
    ).toBeGreaterThan(0);
    await user.clear(await field(/^Name/));
    await review();
    await waitFor(async () =>
      expect(await field(/^Name/)).toHaveAccessibleDescription(
        /name is required/,
      ),
    );
    expect(created).toEqual([]);
  });

  it('says so while no unit is chosen, and when it may not be seen', async () => {
    open(OPTIONS);
    expect(
      await screen.findByRole('heading', { name: 'Choose a unit first' }),
    ).toBeInTheDocument();
  });

  it('says which rule keeps the person from seeing the unit', async () => {
    open(OPTIONS, {
      initialState: unit,
      change: ({ reads }) =>
        reads.instead.set('/self-service/repositories/unit', () => ({
          status: 403,
          name: 'NotAllowedError',
          code: 'policy-denied',
          message: 'Not yours.',
          details: { by: 'owners-only', askFor: ['group:default/payments'] },
        })),
    });
    expect(
      await screen.findByText('Not allowed: you may not see this'),
    ).toBeInTheDocument();
    expect(screen.getByText('owners-only')).toBeInTheDocument();
  });

  it('asks at an upgrade for what the version newly needs, and says what is different', async () => {
    const { user, create, review } = open(
      { ...OPTIONS, version: 'v1.1.0' },
      { initialState: unit },
    );
    expect(
      await screen.findByText(/From v1.0.0 to v1.1.0/),
    ).toBeInTheDocument();
    const said = screen
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(said).toEqual(
      expect.arrayContaining([
        'New, and needed: data_classification',
        'Gone, and taken out of the file: legacy',
        'engine_version: the default was "16" and is "17". The file leaves it out: set it to keep "16".',
      ]),
    );
    const needed = screen.getByRole('group', { name: 'Asked for by v1.1.0' });
    expect(within(needed).getAllByRole('radiogroup')).toHaveLength(1);
    await review();
    await waitFor(() =>
      expect(
        within(needed).getByRole('radiogroup'),
      ).toHaveAccessibleDescription(/data_classification is required/),
    );
    await user.click(within(needed).getByRole('radio', { name: 'internal' }));
    // What is gone is the action's to take out.
    expect((await create())?.settings).toEqual({
      module: 'postgres-database',
      version: 'v1.1.0',
      unit: ordersDb.path,
      inputs: { data_classification: 'internal' },
    });
  });
});
