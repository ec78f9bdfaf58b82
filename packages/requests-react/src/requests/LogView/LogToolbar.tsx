// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonIcon,
  SearchField,
  Text,
  ToggleButton,
} from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiSkipDownLine,
} from '@remixicon/react';
import { CopyButton } from '../../components';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './LogView.module.css';
import type { LogSearch } from './useLogSearch';

/** Search, follow, jump to the end, copy. */
export const LogToolbar = (props: {
  search: LogSearch;
  count: number;
  isFollowing: boolean;
  onFollow: (isFollowing: boolean) => void;
  onEnd: () => void;
  /** Of the whole log. */
  text: string;
}) => {
  const { search, count, isFollowing, onFollow, onEnd, text } = props;
  const { query, matches, current } = search;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const found = matches.length
    ? t('logs.matches', {
        count: matches.length,
        current: String(current + 1),
      })
    : t('logs.noMatches');
  return (
    <div className={styles.toolbar}>
      <SearchField
        className={styles.search}
        size="small"
        aria-label={t('logs.search')}
        placeholder={t('logs.search')}
        onChange={search.setQuery}
        onKeyDown={event => {
          if (event.key === 'Enter') search.move(event.shiftKey ? -1 : 1);
        }}
      />
      <Text role="status" variant="body-small">
        {query ? found : ''}
      </Text>
      <ButtonIcon
        variant="secondary"
        size="small"
        aria-label={t('logs.previous')}
        icon={<RiArrowUpSLine />}
        isDisabled={matches.length === 0}
        onPress={() => search.move(-1)}
      />
      <ButtonIcon
        variant="secondary"
        size="small"
        aria-label={t('logs.next')}
        icon={<RiArrowDownSLine />}
        isDisabled={matches.length === 0}
        onPress={() => search.move(1)}
      />
      <ToggleButton isSelected={isFollowing} onChange={onFollow}>
        {t('logs.follow')}
      </ToggleButton>
      <Button
        variant="secondary"
        iconStart={<RiSkipDownLine />}
        onPress={onEnd}
      >
        {t('logs.end')}
      </Button>
      <Text variant="body-small" color="secondary">
        {t('logs.lines', { count })}
      </Text>
      <CopyButton value={text} label={t('logs.copy')} />
    </div>
  );
};
