// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NEW_UNIT_DIFF } from '../../__testUtils__/fixtures';
import { DiffView } from './DiffView';

const PATH = 'live/dev/eu-central-1/dev/pg-orders/terragrunt.hcl';

const diffOfLines = (lines: string[]) =>
  [
    'diff --git a/x b/x',
    'new file mode 100644',
    '--- /dev/null',
    '+++ b/x',
    `@@ -0,0 +1,${lines.length} @@`,
    ...lines.map(line => `+${line}`),
    '',
  ].join('\n');

describe('DiffView', () => {
  it('shows the file, its counts and each line with sign and number, and can be reached by keyboard', async () => {
    renderInTestApp(<DiffView diff={NEW_UNIT_DIFF} />);
    const file = await screen.findByRole('region', { name: PATH });
    expect(within(file).getByRole('heading', { level: 4 })).toHaveTextContent(
      PATH,
    );
    expect(file).toHaveTextContent('New file · +12 added, −0 removed');
    const lines = within(file).getByRole('region', { name: `Diff of ${PATH}` });
    expect(lines).toHaveAttribute('tabindex', '0');
    const row = within(lines).getByRole('row', { name: /storage_gb = 20/ });
    expect(row).toHaveTextContent('+');
    expect(row).toHaveTextContent('added');
    expect(within(row).getAllByRole('cell')[1]).toHaveTextContent('11');
  });

  it('copies the diff as git printed it', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderInTestApp(<DiffView diff={NEW_UNIT_DIFF} />);
    await user.click(
      await screen.findByRole('button', { name: 'Copy the diff' }),
    );
    expect(await screen.findByText('Copied the diff')).toBeInTheDocument();
    expect(writeText).toHaveBeenCalledWith(NEW_UNIT_DIFF);
  });

  it('makes characters visible that turn or hide text', async () => {
    renderInTestApp(<DiffView diff={diffOfLines(['a\u202Eb\u200Bc'])} />);
    expect(
      await screen.findByRole('row', { name: /aU\+202EbU\+200Bc/ }),
    ).toBeInTheDocument();
  });

  it('draws a long file in two steps', async () => {
    const user = userEvent.setup();
    const lines = Array.from({ length: 1200 }, (_, index) => `line ${index}`);
    renderInTestApp(<DiffView diff={diffOfLines(lines)} />);
    const more = await screen.findByRole('button', {
      name: 'Show 201 more lines',
    });
    expect(screen.queryByText('line 1199')).not.toBeInTheDocument();
    await user.click(more);
    expect(await screen.findByText('line 1199')).toBeInTheDocument();
  });

  it('says in words that there is no difference', async () => {
    renderInTestApp(<DiffView diff="" />);
    expect(
      await screen.findByText('No difference to the base branch.'),
    ).toBeInTheDocument();
  });
});
