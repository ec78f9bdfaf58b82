// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a change gives to a module, and what it adds to the repository, on the final content of its files.
import { parseRepoUrl } from '@fairway/git-host';
import { person, type Portal, startPortal } from '../__testUtils__/portal';
import { DEV, LIVE, MODULES_SOURCE, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

const path = `${DEV}/files/terragrunt.hcl`;
const FORCED = '  block_public_access = true\n';
const bucket = (inputs: string, more = '') =>
  unit({ module: 'bucket', inputs, more });

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
});

afterAll(() => portal.stop());

async function ask(files: Record<string, string>) {
  const { body } = await portal.send('post', '/requests/preview', {
    as: person('pia'),
    body: {
      kind: 'change',
      payload: {
        repoUrl: LIVE,
        onExists: 'replace',
        files: Object.entries(files).map(([at, content]) => ({
          path: at,
          content,
        })),
      },
    },
  });
  return body;
}

const problemsOf = async (content: string, at = path) => {
  const { error } = await ask({ [at]: content });
  return error?.code === 'inputs-refused'
    ? error.message.split('\n').slice(1)
    : error?.code;
};

async function push(files: Record<string, string>): Promise<void> {
  const { host, git } = portal.world;
  const repository = parseRepoUrl(LIVE);
  const baseSha = (await host.resolve(repository, 'refs/heads/main'))!;
  const { commitSha } = await host.commit(repository, {
    branch: `pushed-${baseSha}`,
    baseSha,
    files: Object.entries(files).map(([at, content]) => ({
      path: at,
      content,
    })),
    message: 'More',
    trailers: [],
    author: { name: 'Platform', email: 'platform@acme.example' },
  });
  await git('update-ref', 'refs/heads/main', commitSha, baseSha);
}

describe('inputs', () => {
  it('pass where they are as the module takes them', async () => {
    const content = bucket(
      `  name = "files"\n  days = 7\n  access_token = null\n${FORCED}`,
    );
    expect(await problemsOf(content)).toBeUndefined();
  });

  it('are refused with all problems together, each with its value, rule and next step', async () => {
    const content = bucket(
      '  storage_class = "tape"\n  days = 91\n  colour = "red"\n  kms_key = "mine"\n  access_token = "abc"\n  block_public_access = false\n',
    );
    expect(await problemsOf(content)).toEqual([
      'name is required; give it a value (required)',
      'storage_class is "tape"; use one of standard, archive (enum)',
      'days is 91; give at most 90 (maximum)',
      'colour is no input of the module; leave it out, or use one of name, storage_class, days, block_public_access, kms_key, access_token (unknown)',
      'block_public_access is false, and the platform has set it to true for everybody; write that (forced)',
      "kms_key is nobody's to set; leave it out (hidden)",
      'access_token is sensitive, and a value in Git is no secret; give a reference such as dependency.secrets.outputs.password (sensitive)',
    ]);
  });

  it.each<[string, string, string]>([
    ['a type', `  name = ["x"]\n${FORCED}`, 'name is ["x"]; give text (type)'],
    [
      'a pattern',
      `  name = "A"\n${FORCED}`,
      'name is "A", which does not match ^[a-z-]+$; write it so that it does (pattern)',
    ],
    [
      'a forced input that is left out',
      '  name = "x"\n',
      'block_public_access is left out, and the platform has set it to true for everybody; write that (forced)',
    ],
    [
      'a forced input in quotes',
      '  name = "x"\n  block_public_access = "true"\n',
      'block_public_access is "true", and the platform has set it to true for everybody; write that (forced)',
    ],
    [
      'a forced input that is null',
      '  name = "x"\n  block_public_access = null\n',
      'block_public_access is null, and the platform has set it to true for everybody; write that (forced)',
    ],
    [
      'a hidden input that is null',
      `  name = "x"\n  kms_key = null\n${FORCED}`,
      "kms_key is nobody's to set; leave it out (hidden)",
    ],
  ])('are refused for %s', async (_, inputs, said) => {
    expect(await problemsOf(bucket(inputs))).toEqual([said]);
  });

  it('are not looked at where they are expressions, which cannot stand in for a forced one', async () => {
    const more = '\ndependency "network" {\n  config_path = "../network"\n}\n';
    const reference = 'dependency.network.outputs.x';
    expect(
      await problemsOf(bucket(`  name = ${reference}\n${FORCED}`, more)),
    ).toBeUndefined();
    expect(
      await problemsOf(
        bucket(`  name = "x"\n  block_public_access = ${reference}\n`, more),
      ),
    ).toEqual([expect.stringContaining('is an expression')]);
    expect(
      await problemsOf(
        bucket(`  name = "x"\n  colour = ${reference}\n${FORCED}`, more),
      ),
    ).toEqual([expect.stringContaining('colour is no input')]);
  });

  it('that are expressions are named as not looked at', async () => {
    const more = '\ndependency "network" {\n  config_path = "../network"\n}\n';
    const content = bucket(
      `  name = dependency.network.outputs.x\n${FORCED}`,
      more,
    );
    const { checks } = await ask({ [path]: content });
    expect(checks).toContainEqual({
      name: `Inputs of ${path}`,
      state: 'skipped',
      summary: expect.stringMatching(/expressions: name\.$/),
    });
  });

  it('may come from the files that the unit includes', async () => {
    await push({
      '_envcommon/named.hcl':
        'inputs = {\n  name = "shared"\n  block_public_access = true\n}\n',
      '_envcommon/merged.hcl': 'inputs = merge(local.a, { name = "shared" })\n',
      '_envcommon/opened.hcl': 'inputs = {\n  block_public_access = false\n}\n',
    });
    const include = (name: string) =>
      `\ninclude "common" {\n  path = "${'${dirname(find_in_parent_folders("root.hcl"))}'}/_envcommon/${name}.hcl"\n}\n`;
    expect(await problemsOf(bucket('', include('named')))).toBeUndefined();
    expect(await problemsOf(bucket(FORCED, include('merged')))).toBeUndefined();
    expect(
      await problemsOf(bucket('  name = "x"\n', include('opened'))),
    ).toEqual([expect.stringContaining('(forced)')]);
    // The unit's own value is laid over the shared one.
    expect(
      await problemsOf(
        bucket('  block_public_access = false\n', include('named')),
      ),
    ).toEqual([expect.stringContaining('(forced)')]);
  });

  it('of a call of a module are held against it as well', async () => {
    const call = (inputs: string) =>
      `module "files" {\n  source = "${MODULES_SOURCE}//modules/bucket?ref=v1.1.0"\n\n${inputs}}\n`;
    const at = 'terraform/dev/files/main.tf';
    expect(
      await problemsOf(call(`  name = var.name\n${FORCED}  count = 2\n`), at),
    ).toBeUndefined();
    expect(await problemsOf(call('  name = "x"\n  days = 1\n'), at)).toEqual([
      'days is 1; give at least 7 (minimum)',
      expect.stringContaining('(forced)'),
    ]);
  });

  it("of a unit that the change leaves as it is are nobody's to correct", async () => {
    await push({ [path]: bucket('  name = "UPPER"\n') });
    expect(
      await problemsOf('# Files\n', `${DEV}/files/README.md`),
    ).toBeUndefined();
    expect(
      await problemsOf(bucket('  name = "UPPER"\n  days = 9\n')),
    ).toHaveLength(2);
  });
});

describe('GET /modules/:name/versions/:version', () => {
  it('offers no hidden inputs, and forced ones with their one value', async () => {
    const { body } = await portal.send(
      'get',
      '/modules/bucket/versions/v1.1.0',
      {
        as: person('eve'),
      },
    );
    expect(body.forcedInputs).toEqual({ block_public_access: true });
    expect(body.schema.properties).not.toHaveProperty('kms_key');
    expect(JSON.stringify(body.uiSchema)).not.toContain('kms_key');
    expect(body.schema.properties.block_public_access).toMatchObject({
      const: true,
      default: true,
      readOnly: true,
    });
  });
});

describe('secrets', () => {
  const NPM = `npm_${'a1B2'.repeat(9)}`;

  it.each([
    [
      'a unit',
      path.replace('files', 'x-db'),
      unit({ inputs: `  name = "${NPM}"\n` }),
    ],
    ['values', 'deploy/dev/payments-api/values.yaml', `# ${NPM}\n`],
  ])(
    'in the lines that a change adds are refused: %s',
    async (_, at, content) => {
      const { error } = await ask({ [at]: content });
      expect(error).toMatchObject({
        code: 'change-secret-found',
        message: expect.stringMatching(/line \d+/),
      });
      expect(error.message).not.toContain('a1B2');
    },
  );

  it("that are there already are not this change's", async () => {
    const at = 'deploy/dev/payments-api/values.yaml';
    await push({ [at]: `token: ${NPM}\nreplicas: 1\n` });
    const kept = await ask({ [at]: `token: ${NPM}\nreplicas: 2\n` });
    expect(kept.error).toBeUndefined();
    const added = await ask({ [at]: `token: ${NPM}\nother: ${NPM}\n` });
    expect(added.error.code).toBe('change-secret-found');
  });
});
