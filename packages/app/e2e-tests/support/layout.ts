// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Page } from '@playwright/test';

/** 200 % zoom of a screen of 1280 × 1024 leaves 640 × 512 CSS pixels. */
export const SMALL = [
  ['a telephone', 375, 812],
  ['200 % zoom', 640, 512],
] as const;

/** How far the page can be scrolled sideways, in CSS pixels; what is wide scrolls in a box of its own. */
export const sideways = (page: Page) =>
  page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );

/** What is to be read or used and lies outside of the window's width, or is cut off, in words; what scrolls in a box is not. */
export const lost = (page: Page) =>
  page.evaluate(() => {
    const words = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(
        element.getAttribute('aria-label') ??
        element.textContent ??
        ''
      ).slice(0, 60)}"`;
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        '#root :is(h2, h3, p, label, legend, button, input, textarea, a, code, th, td)',
      ),
    ].filter(
      each =>
        each.checkVisibility() &&
        each.clientWidth > 1 &&
        !each.closest('nav[aria-label="sidebar nav"]'),
    );
    if (all.length === 0) throw new Error('There is nothing to look at');
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) ||
        scrolls(element.parentElement));
    const width = document.documentElement.clientWidth;
    return all.flatMap(each => {
      const { left, right } = each.getBoundingClientRect();
      const isOutside = left < -1 || right > width + 1;
      const isCut =
        /hidden|clip/.test(getComputedStyle(each).overflowX) &&
        each.scrollWidth > each.clientWidth + 1;
      return (isOutside && !scrolls(each)) || isCut ? [words(each)] : [];
    });
  });
