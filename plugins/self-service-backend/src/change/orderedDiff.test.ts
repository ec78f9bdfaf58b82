// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { orderedDiff } from './orderedDiff';

const part = (path: string, line = '+x') =>
  `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n${line}\n`;

describe('the order of a diff', () => {
  it('has the unit first and where it comes from last, and leaves out nothing', () => {
    const note = part('live/a/.fairway.yaml');
    const readme = part('live/a/README.md');
    const unit = part('live/a/terragrunt.hcl', '+diff --git a/x b/x');
    const other = part('live/b/terragrunt.hcl');
    expect(orderedDiff(note + readme + unit + other)).toBe(
      unit + other + readme + note,
    );
  });

  it('knows a name in the quotes that git gives it', () => {
    const note =
      'diff --git "a/l\\303\\266/.fairway.yaml" "b/l\\303\\266/.fairway.yaml"\n+x\n';
    const unit =
      'diff --git "a/l\\303\\266/terragrunt.hcl" "b/l\\303\\266/terragrunt.hcl"\n+x\n';
    expect(orderedDiff(note + unit)).toBe(unit + note);
  });

  it('leaves an empty one and one of a file alone', () => {
    expect(orderedDiff('')).toBe('');
    expect(orderedDiff(part('a'))).toBe(part('a'));
  });
});
