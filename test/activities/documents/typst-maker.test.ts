import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { typstMaker } from '../../../activities/documents/typst-maker.ts';
import type { MakeRequest } from '../../../activities/documents/ports.ts';
import { testWith } from '../../support/outside-tool.ts';
import { sampleRequest } from './sample-request.ts';

const maker = typstMaker();
const make = async (request: MakeRequest) => {
  const made = await maker.make(request);
  if (!made.ok) throw new Error(`Expected a document but got ${made.failure}: ${made.detail}`);
  return made.value;
};
const onDisk = (pdf: Buffer): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'obieg-document-')), 'made.pdf');
  writeFileSync(file, pdf);
  return file;
};
const imported = (body: string): MakeRequest => ({
  ...sampleRequest,
  signatures: [],
  template: `#import "/obieg.typ": *\n${body}`,
});

describe('the Typst maker', () => {
  test('gives the same bytes for the same request, also from another maker', async () => {
    const first = await make(sampleRequest);
    const other = await typstMaker().make(sampleRequest);
    expect(other.ok && other.value.equals(first)).toBe(true);
    expect((await make({ ...sampleRequest, title: 'Inny tytuł' })).equals(first)).toBe(false);
  });

  test('makes an archivable, accessible file in the language asked for', async () => {
    const pdf = await PDFDocument.load(await make({ ...sampleRequest, language: 'uk' }), { updateMetadata: false });
    expect(pdf.catalog.lookup(PDFName.of('Lang'))?.toString()).toContain('uk');
    expect(pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString()).toContain('/Marked true');
    const preferences = pdf.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    expect(preferences.toString()).toContain('/DisplayDocTitle true');
    const xmp = Buffer.from(await make(sampleRequest)).toString('utf8');
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('>1</pdfuaid:part>');
    expect(xmp).toContain('Decyzja w sprawie stypendium szkolnego');
  });

  test('plans one tagged, labelled field for each signature, in signing order, inside its page', async () => {
    const pdf = await PDFDocument.load(
      await make({ ...sampleRequest, signatures: sampleRequest.signatures.toReversed() }),
      { updateMetadata: false },
    );
    const fields = pdf.catalog.lookup(PDFName.of('AcroForm'), PDFDict).lookup(PDFName.of('Fields'), PDFArray);
    const widgets = fields.asArray().map((reference) => pdf.context.lookup(reference, PDFDict));
    expect(widgets.map((widget) => widget.lookup(PDFName.of('T'))?.toString())).toEqual(['(clerk)', '(director)']);
    for (const widget of widgets) {
      expect(widget.has(PDFName.of('StructParent'))).toBe(true);
      expect(widget.has(PDFName.of('TU'))).toBe(true);
      const [left = 0, bottom = 0, right = 0, top = 0] = widget
        .lookup(PDFName.of('Rect'), PDFArray)
        .asArray()
        .map((number) => Number(number.toString()));
      expect([left > 0, bottom > 0, right < 595.3, top < 841.9, right > left, top > bottom]).not.toContain(false);
    }
  });

  test('draws the QR code when it is given a way to', async () => {
    const drawn: string[] = [];
    const withQr = typstMaker({
      qrSvg: (url) => {
        drawn.push(url);
        return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1v1H0zM1 1h1v1H1z"/></svg>';
      },
    });
    const made = await withQr.make(sampleRequest);
    expect(made.ok && made.value.equals(await make(sampleRequest))).toBe(false);
    expect(drawn).toEqual([sampleRequest.verification?.url]);
  });

  test.each([
    ['a name that nothing defines', '#nothing', 'unknown variable: nothing'],
    ['data that the case did not give', '#data.nothing', 'dictionary does not contain key "nothing"'],
    ['a package from the network', '#import "@preview/tiaoma:0.3.0": qrcode', 'a template cannot import packages'],
    ['a file of the machine', '#read("/etc/hostname")', 'file not found'],
  ])('refuses a template that uses %s and says why', async (_what, body, message) => {
    const made = await maker.make(imported(body));
    expect(made).toMatchObject({ ok: false, failure: 'expressionFailed' });
    expect(!made.ok && made.detail).toContain(message);
  });

  test('repeats nothing of the data when it refuses', async () => {
    for (const body of ['#panic(data.parent)', '#int(data.parent)', '#text(data.strange)']) {
      const request = { ...imported(body), data: { parent: 'Żaneta Gęślicka', strange: '中村' } };
      const made = await maker.make(request);
      expect(made.ok).toBe(false);
      expect(JSON.stringify(made)).not.toMatch(/Żaneta|中/);
    }
  });

  test('refuses a planned field for which the template reserves no box, or two', async () => {
    const one = { ...sampleRequest, signatures: sampleRequest.signatures.slice(0, 1) };
    const head = '#import "/obieg.typ": *\n';
    expect(await maker.make({ ...one, template: `${head}bez podpisu` })).toMatchObject({
      failure: 'unknownReference',
      problems: [{ at: 'clerk', code: 'fieldNotReserved' }],
    });
    const twice = `${head}#signature-field("clerk")\n#signature-field("clerk")`;
    expect(await maker.make({ ...one, template: twice })).toMatchObject({
      failure: 'unknownReference',
      problems: [{ at: 'clerk', code: 'fieldReservedTwice' }],
    });
    expect(await maker.make({ ...one, template: `${head}#signature-field("mayor")` })).toMatchObject({
      failure: 'expressionFailed',
    });
  });

  testWith('pdffonts')('embeds every font', async () => {
    const lines = execFileSync('pdffonts', [onDisk(await make(sampleRequest))], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .slice(2);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/ yes yes yes /);
  });

  testWith('fc-list')('refuses a font of the machine, for another machine would give other bytes', async () => {
    const made = await maker.make(imported('#set text(font: "DejaVu Sans")\nabc'));
    const installed = execFileSync('fc-list', ['DejaVu Sans', 'family'], { encoding: 'utf8' }).trim() !== '';
    if (installed) expect(made).toMatchObject({ ok: false, failure: 'expressionFailed' });
    else expect(made.ok).toBe(true);
  });

  testWith('pdftotext')('keeps Polish and Ukrainian letters as text', async () => {
    const text = execFileSync('pdftotext', ['-layout', onDisk(await make(sampleRequest)), '-'], { encoding: 'utf8' });
    expect(text).toContain('Żaneta Gęślicka-Źdźbło');
    expect(text).toContain('ZAŻÓŁĆ GĘŚLĄ JAŹŃ');
    expect(text).toContain('Ґалаґан, Їжакевич, Єва, Іванна');
    expect(text).toMatch(/1\s248,00\szł/);
    expect(text).toContain('7K3M-9QXT-2HFW-AB4D');
  });
});
