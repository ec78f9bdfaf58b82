// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { RequestLogLine } from '@fairway/requests-common';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fairwayRequestsTranslationRef } from '../translation';
import { LogLine } from './LogLine';
import { LogToolbar } from './LogToolbar';
import styles from './LogView.module.css';
import { plainText } from './plainText';
import { useLogSearch } from './useLogSearch';
import { useVirtualLines } from './useVirtualLines';

/**
 * A log of up to some ten thousand lines. It follows its end while that is switched on; scrolling up switches it off.
 *
 * @public
 */
export const LogView = (props: {
  /** In order; lines are only ever added at the end. */
  lines: RequestLogLine[];
  /** Whether it follows at first; yes for what is still being written. */
  follow?: boolean;
}) => {
  const { lines, follow = false } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const container = useRef<HTMLDivElement>(null);
  const [isFollowing, setFollowing] = useState(follow);
  const texts = useMemo(() => lines.map(line => plainText(line.text)), [lines]);
  const virtual = useVirtualLines(container, lines.length);
  const { start, end, rowHeight, scrollTo } = virtual;
  const search = useLogSearch(texts, line => {
    setFollowing(false);
    scrollTo(line);
  });

  useEffect(() => {
    if (isFollowing) scrollTo('end');
  }, [isFollowing, scrollTo]);

  if (lines.length === 0) {
    return <Text as="p">{t('logs.empty')}</Text>;
  }
  return (
    <Flex direction="column" gap="2">
      <LogToolbar
        search={search}
        count={lines.length}
        isFollowing={isFollowing}
        onFollow={setFollowing}
        onEnd={() => {
          scrollTo('end');
          container.current?.focus();
        }}
        text={texts.join('\n')}
      />
      <div
        ref={container}
        className={styles.scroll}
        role="region"
        aria-label={t('logs.region')}
        // A region that scrolls has to be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={() => {
          const element = container.current;
          virtual.onScroll();
          if (!element) return;
          const { scrollTop, scrollHeight, clientHeight } = element;
          const below = scrollHeight - clientHeight - scrollTop;
          if (below > rowHeight * 2) setFollowing(false);
        }}
      >
        <div
          className={styles.all}
          style={{
            paddingTop: start * rowHeight,
            paddingBottom: (lines.length - end) * rowHeight,
          }}
        >
          {lines.slice(start, end).map((line, index) => (
            <LogLine
              key={line.sequence}
              sequence={line.sequence}
              at={line.at}
              text={texts[start + index]}
              query={search.query}
              isCurrentMatch={search.matches[search.current] === start + index}
            />
          ))}
        </div>
      </div>
    </Flex>
  );
};
