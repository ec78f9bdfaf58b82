// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// docs/errors.md, made of the error catalogues: what they declare is what the document says.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './demo.mjs';

export const DOCUMENT = 'docs/errors.md';
export const COMMAND = 'node scripts/commands/errors-document.mjs';

const require = createRequire(import.meta.url);

/** What the HTTP layer of a Backstage backend answers by the name of the class; everything else is a 500. */
const STATUS = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  NotImplementedError: 501,
  ServiceUnavailableError: 503,
};

const isCatalogue = value =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0 &&
  Object.values(value).every(
    entry =>
      typeof entry?.type === 'function' && typeof entry.message === 'string',
  );

/**
 * Every error that is declared in an `errors.ts` of a package or plugin, by file.
 *
 * @returns {{
 *   file: string, name: string, description: string,
 *   errors: { code: string, status: number | undefined, answer: string,
 *             message: string, cause?: string, remedy?: string }[],
 * }[]}
 */
export function readCatalogues() {
  // The same transform that the backend runs with in development.
  require('@backstage/cli/config/nodeTransform.cjs');
  return errorFiles().map(file => {
    const [group, folder] = file.split(path.sep);
    const { name, description, backstage } = require(path.join(
      root,
      group,
      folder,
      'package.json',
    ));
    const catalogues = Object.values(require(path.join(root, file))).filter(
      isCatalogue,
    );
    return {
      file: file.replaceAll(path.sep, '/'),
      name,
      description,
      errors: catalogues.flatMap(catalogue =>
        Object.entries(catalogue).map(
          ([code, { type: ErrorType, message, cause, remedy }]) => {
            const status = STATUS[new ErrorType('').name];
            // The command line answers with an exit code, one for all bad input.
            const answer =
              backstage.role === 'cli' ? 'exit code 2' : String(status);
            return { code, status, answer, message, cause, remedy };
          },
        ),
      ),
    };
  });
}

function errorFiles() {
  return ['packages', 'plugins'].flatMap(group =>
    fs
      .readdirSync(path.join(root, group))
      .sort()
      .map(folder => path.join(group, folder, 'src'))
      .filter(source => fs.existsSync(path.join(root, source)))
      .flatMap(source =>
        fs
          .readdirSync(path.join(root, source), { recursive: true })
          .filter(file => path.basename(file) === 'errors.ts')
          .sort()
          .map(file => path.join(source, file)),
      ),
  );
}

const INTRODUCTION = `# Errors

<!-- Written by \`${COMMAND}\` from the error catalogues; edits here are lost. -->

Every error has a stable code. Over HTTP it is \`error.code\` of the body, beside the name of the class, which decides the
status, and the message; some errors also carry \`line\`, \`column\` or \`details\`.

\`\`\`json
{
  "error": {
    "name": "InputError",
    "message": "The path \\"../x\\" cannot be used: …",
    "code": "git-path-invalid"
  },
  "request": { "method": "POST", "url": "/changes" },
  "response": { "statusCode": 400 }
}
\`\`\`

In a message, \`{name}\` stands for a value. What people give is shown in quotes, shortened after 200 characters, and with
everything invisible in it spelled out, as in \`\\u{202e}\`.
`;

/** A message stays text in a cell of a table; causes and remedies are written in Markdown. */
const plain = text => text.replace(/[\\`*_<>[\]~]/g, '\\$&');
const cell = text => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The row of one error, with a cause and a remedy where its table has them. */
export function rowOf(error, columns) {
  const cells = [`\`${error.code}\``, error.answer, cell(plain(error.message))];
  return `| ${[
    ...cells,
    ...columns.map(([field]) => cell(error[field] ?? '')),
  ].join(' | ')} |`;
}

const OPTIONAL_COLUMNS = [
  ['cause', 'cause'],
  ['remedy', 'what to do'],
];

export function columnsOf(errors) {
  return OPTIONAL_COLUMNS.filter(([field]) =>
    errors.some(error => error[field]),
  );
}

function tableOf(errors) {
  const columns = columnsOf(errors);
  const titles = ['code', 'status', 'message', ...columns.map(([, it]) => it)];
  // Aligned, every row would be as long as the longest message.
  return [
    '<!-- prettier-ignore -->',
    `| ${titles.join(' | ')} |`,
    `| ${titles.map(() => '---').join(' | ')} |`,
    ...errors.map(error => rowOf(error, columns)),
  ].join('\n');
}

/** The whole document. */
export function errorsDocument(catalogues) {
  const names = [...new Set(catalogues.map(({ name }) => name))];
  const sections = names.map(name => {
    const ofPackage = catalogues.filter(catalogue => catalogue.name === name);
    const tables = ofPackage.map(
      ({ file, errors }) =>
        `Declared in [\`${file}\`](../${file}).\n\n${tableOf(errors)}\n`,
    );
    return `## ${name}\n\n${ofPackage[0].description}.\n\n${tables.join('\n')}`;
  });
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}
