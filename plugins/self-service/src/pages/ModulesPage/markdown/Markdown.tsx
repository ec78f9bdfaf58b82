// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Text } from '@backstage/ui';
import { CopyableCode, ScrollTable } from '@fairway/requests-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { selfServiceTranslationRef } from '../../../translation';
import { type Block, readBlocks } from './blocks';
import { inline } from './inline';
import styles from './Markdown.module.css';

const BlockView = (props: { block: Block; headingLevel: number }) => {
  const { block, headingLevel } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  switch (block.kind) {
    case 'heading': {
      // A README begins at its own h1, below the headings of the page.
      const level = Math.min(headingLevel + block.level - 1, 6);
      return (
        <Text as={`h${level}` as 'h4' | 'h5' | 'h6'} variant="body-large">
          {inline(block.text)}
        </Text>
      );
    }
    case 'code':
      return (
        <CopyableCode
          block
          value={block.text}
          label={t('modules.readme.copyCode')}
        />
      );
    case 'quote':
      return <blockquote>{inline(block.text)}</blockquote>;
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>{inline(item)}</li>
      ));
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <ScrollTable
          label={t('modules.readme.table', { name: block.header.join(', ') })}
          columns={block.header}
        >
          {block.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at}>{inline(cell)}</td>
              ))}
            </tr>
          ))}
        </ScrollTable>
      );
    default:
      return <p>{inline(block.text)}</p>;
  }
};

/** A README as it is meant to be read. Whatever is in it, nothing of it runs. */
export const Markdown = (props: {
  text: string;
  /** Level that its first heading gets: 3 to 6. */
  headingLevel: number;
}) => {
  const { text, headingLevel } = props;
  return (
    <div className={styles.markdown}>
      {readBlocks(text).map((block, index) => (
        <BlockView key={index} block={block} headingLevel={headingLevel} />
      ))}
    </div>
  );
};
