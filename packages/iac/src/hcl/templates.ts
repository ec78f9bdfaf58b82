// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Syntax } from './Syntax';
import { HclExpression, HclTemplatePart } from './types';

/** What stands between the quotes of a template, or in its heredoc. */
export function templateParts(
  node: Syntax,
  options: { text: string; expression(node: Syntax): HclExpression },
): HclTemplatePart[] {
  const { text, expression } = options;
  const children = node.parts;
  const templates: HclTemplatePart[] = [];
  let at = children[0].end;
  const textUntil = (end: number) => {
    if (end > at) {
      templates.push({
        kind: 'text',
        text: text.slice(at, end),
        start: at,
      });
    }
  };
  for (const child of children) {
    if (child.type === 'template_interpolation') {
      textUntil(child.start);
      const inner = child.parts.find(part => part.type === 'expression');
      templates.push(
        inner
          ? { kind: 'interpolation', expression: expression(inner) }
          : { kind: 'directive' },
      );
      at = child.end;
    } else if (child.type === 'template_directive') {
      textUntil(child.start);
      templates.push({ kind: 'directive' });
      at = child.end;
    }
  }
  textUntil(children[children.length - 1].start);
  return templates;
}
