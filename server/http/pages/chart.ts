/** Charts as SVG inside the page: drawn by ECharts without a browser, coloured by the stylesheet, every point a link. */
import { load } from 'cheerio/slim';
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, BarChart, HeatmapChart, GridComponent, VisualMapComponent, SVGRenderer]);

/** A colour that ECharts can reckon with; the page's stylesheet says what it is: `--chart-3`. */
const standIn = (number: number): string => `#0000${(0x10 + number).toString(16)}`;
const INK = standIn(0x20);
const SOFT = standIn(0x21);
const RULE = standIn(0x22);
const BAND = standIn(0x23);
const BARS = standIn(0x24);
const FRAME = standIn(0x25);

const NAMES: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: 8 }, (_, i) => [standIn(i), `var(--chart-${i + 1})`] as const),
  ...Array.from({ length: 6 }, (_, i) => [standIn(0x10 + i), `var(--heat-${i})`] as const),
  [INK, 'var(--ink)'],
  [SOFT, 'var(--soft)'],
  [RULE, 'var(--rule)'],
  [BAND, 'var(--band)'],
  [BARS, 'var(--line)'],
  [FRAME, 'var(--frame)'],
]);

/** Shapes beside colours, so that lines can be told apart in print and by everyone. */
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond'];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a mark of the chart leads to, and what it says. */
export interface Target {
  readonly href: string;
  readonly label: string;
}

/** A slot of the time axis: a year with documents, or a run of years without any. */
export interface Slot {
  readonly label: string;
  readonly isGap: boolean;
  readonly documents: number;
}

export interface ChartPoint extends Target {
  readonly value: number;
}

export interface ChartSeries {
  readonly name: string;
  /** One a slot; null where there is no document. */
  readonly points: readonly (ChartPoint | null)[];
}

/** Colours become the stylesheet's, inline styles (which the page's policy forbids) attributes, marks links. */
function finish(svg: string, targetOf: (series: number, index: number) => Target | undefined): string {
  const $ = load(svg, { xml: true });
  $('style').remove();
  $('[class]').removeAttr('class');
  $('[style]').each((_, node) => {
    const size = /font-size:([\d.]+)px/.exec($(node).attr('style') ?? '')?.[1];
    $(node).removeAttr('style');
    if (size !== undefined) $(node).attr('font-size', size);
  });
  for (const name of ['fill', 'stroke'])
    $(`[${name}]`).each((_, node) => {
      const colour = NAMES.get($(node).attr(name) ?? '');
      if (colour !== undefined) $(node).attr(name, colour);
    });
  $('[ecmeta_data_index]').each((_, node) => {
    const [series, index] = [Number($(node).attr('ecmeta_series_index')), Number($(node).attr('ecmeta_data_index'))];
    const target = targetOf(series, index);
    $(node)
      .removeAttr('ecmeta_data_index')
      .removeAttr('ecmeta_series_index')
      .removeAttr('ecmeta_ssr_type')
      .removeAttr('ecmeta_silent');
    if (target === undefined) return;
    const link = $('<a></a>').attr('href', target.href);
    link.append($('<title></title>').text(target.label));
    $(node).replaceWith(link);
    link.append(node);
  });
  return $.xml();
}

function draw(
  { width, height }: Size,
  option: EChartsCoreOption,
  targetOf: (series: number, index: number) => Target | undefined,
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, textStyle: { color: SOFT, fontSize: 12 }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return finish(svg, targetOf);
}

const axisLine = { lineStyle: { color: RULE } };

function lineSeries({ name, points }: ChartSeries, i: number): object[] {
  const data = points.map((point) => point?.value ?? null);
  const common = {
    name,
    type: 'line',
    xAxisIndex: 0,
    yAxisIndex: 0,
    data,
    color: standIn(i),
    itemStyle: { color: standIn(i) },
  };
  return [
    { ...common, symbol: SYMBOLS[i % SYMBOLS.length], symbolSize: 8, lineStyle: { width: 2, color: standIn(i) }, z: 4 },
    {
      ...common,
      connectNulls: true,
      symbol: 'none',
      silent: true,
      lineStyle: { width: 1, type: 'dashed', color: standIn(i) },
      z: 3,
    },
  ];
}

const PLOT = { left: 44, right: 12 };

function timeAxis(gridIndex: number, labels: readonly string[]): object {
  return {
    gridIndex,
    type: 'category',
    data: labels,
    axisLine,
    axisTick: { show: false },
    axisLabel: { show: gridIndex === 0, color: SOFT, hideOverlap: true },
  };
}

/** The axes of the counts, of the documents under them, and of the bands behind. */
function valueAxes(coverageName: string): object[] {
  const hidden = { axisLabel: { show: false }, splitLine: { show: false } };
  const named = {
    name: coverageName,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: { color: SOFT, fontSize: 11 },
  };
  return [
    { gridIndex: 0, type: 'value', min: 0, axisLabel: { color: SOFT }, splitLine: axisLine, splitNumber: 4 },
    { gridIndex: 1, type: 'value', min: 0, ...named, ...hidden },
    { gridIndex: 0, type: 'value', min: 0, max: 1, show: false },
  ];
}

function coverageBars(slots: readonly Slot[]): object[] {
  const bar = { type: 'bar', silent: true };
  const label = {
    show: slots.length < 40,
    position: 'top',
    color: SOFT,
    fontSize: 10,
    formatter: ({ value }: { value: number }) => (value === 0 ? '' : String(value)),
  };
  const bands = slots.map(({ isGap }) => (isGap ? 1 : 0));
  const documents = slots.map((slot) => slot.documents);
  return [
    { ...bar, xAxisIndex: 0, yAxisIndex: 2, data: bands, barWidth: '100%', itemStyle: { color: BAND }, z: 0 },
    { ...bar, xAxisIndex: 1, yAxisIndex: 1, data: documents, barMaxWidth: 14, itemStyle: { color: BARS }, label },
  ];
}

/**
 * A line a series over time, and under it the number of documents. Slots without a document are banded, so that silence
 * and ignorance look different.
 */
export function lineChart(
  slots: readonly Slot[],
  series: readonly ChartSeries[],
  coverageName: string,
  size: Size,
): string {
  const labels = slots.map(({ label }) => label);
  const below = size.height - 62;
  const option: EChartsCoreOption = {
    grid: [
      { ...PLOT, top: 14, height: below - 58 },
      { ...PLOT, top: below + 6, height: 30 },
    ],
    xAxis: [timeAxis(0, labels), timeAxis(1, labels)],
    yAxis: valueAxes(coverageName),
    series: [...series.flatMap(lineSeries), ...coverageBars(slots)],
  };
  // Every second series is the dashed one, which leads nowhere.
  return draw(size, option, (number, index) =>
    number % 2 === 0 ? (series[number / 2]?.points[index] ?? undefined) : undefined,
  );
}

export interface HeatCell extends ChartPoint {
  readonly row: number;
  readonly column: number;
}

/** Shades of the heat map; 0 is for nothing. */
const SHADES = 5;

/** Rows × columns; cells that are not given stay empty. */
export function heatMap(
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly HeatCell[],
  width: number,
): string {
  const most = Math.max(...cells.map(({ value }) => value), 0);
  const longest = Math.max(...rows.map((row) => [...row].length), 2);
  const left = Math.min(longest * 12 + 12, width * 0.34);
  const option: EChartsCoreOption = {
    grid: { left, right: 4, top: 26, bottom: 4 },
    xAxis: {
      type: 'category',
      data: columns,
      position: 'top',
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: SOFT, hideOverlap: true },
    },
    yAxis: {
      type: 'category',
      data: rows,
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: SOFT, width: left - 10, overflow: 'truncate' },
    },
    visualMap: {
      show: false,
      type: 'piecewise',
      pieces: [
        { value: 0, color: standIn(0x10) },
        ...Array.from({ length: SHADES }, (_, i) => ({
          gt: (most * i) / SHADES,
          lte: i === SHADES - 1 ? most + 1 : (most * (i + 1)) / SHADES,
          color: standIn(0x11 + i),
        })),
      ],
    },
    series: [
      {
        type: 'heatmap',
        data: cells.map(({ row, column, value }) => [column, row, value]),
        itemStyle: { borderColor: FRAME, borderWidth: 1 },
      },
    ],
  };
  return draw({ width, height: rows.length * 26 + 34 }, option, (_, index) => cells[index]);
}
