// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Link } from '@backstage/ui';
import { Fragment, type ReactNode } from 'react';

/** Code, strong, emphasis, image, link, bare address: whichever comes first. */
const MARK =
  /(`+)(.+?)\1|\*\*(.+?)\*\*|(?<![\w*])[*_](?!\s)(.+?)(?<!\s)[*_](?![\w*])|!\[([^\]]*)\]\([^)]*\)|\[([^\]]+)\]\(([^)\s]+)[^)]*\)|(https?:\/\/[^\s<>)]+)/;

/** Addresses that a README may lead to; nothing that runs, and no file of another repository. */
const isAddress = (address: string) => /^(https?:\/\/|mailto:)/i.test(address);

/** A line with its marks as elements. */
export function inline(text: string): ReactNode {
  const parts: ReactNode[] = [];
  let rest = text;
  while (rest) {
    const found = MARK.exec(rest);
    if (!found) {
      parts.push(rest);
      break;
    }
    parts.push(rest.slice(0, found.index), element(found));
    rest = rest.slice(found.index + found[0].length);
  }
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>);
}

function element(found: RegExpExecArray): ReactNode {
  const [, , code, strong, emphasis, image, label, address, bare] = found;
  if (code !== undefined) return <code>{code}</code>;
  if (strong !== undefined) return <strong>{inline(strong)}</strong>;
  if (emphasis !== undefined) return <em>{inline(emphasis)}</em>;
  if (image !== undefined) return image;
  if (bare !== undefined) return <Link href={bare}>{bare}</Link>;
  return isAddress(address) ? (
    <Link href={address}>{inline(label)}</Link>
  ) : (
    inline(label)
  );
}
