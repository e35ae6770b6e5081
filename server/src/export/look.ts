/** How an official document looks (GB/T 9704-2012): fonts as the field names them, sizes in points. */
export interface TextLook {
  readonly font: string;
  /** Of pages in a browser, where that font is not there: those of Windows, then any. */
  readonly otherFonts: string;
  readonly size: number;
  readonly align: 'left' | 'center' | 'justify';
  /** Of the first line, in characters. */
  readonly indent?: number;
}

/** The texts of a page: titles in 小标宋 二号, titles of sections in 黑体 三号, those below in 楷体, running text in 仿宋. */
export const textLooks: Readonly<Record<'title' | 'section' | 'heading' | 'paragraph' | 'note', TextLook>> = {
  title: { font: '方正小标宋简体', otherFonts: 'SimSun,serif', size: 22, align: 'center' },
  section: { font: '黑体', otherFonts: 'SimHei,sans-serif', size: 16, align: 'left', indent: 2 },
  heading: { font: '楷体_GB2312', otherFonts: 'KaiTi,serif', size: 16, align: 'left', indent: 2 },
  paragraph: { font: '仿宋_GB2312', otherFonts: 'FangSong,serif', size: 16, align: 'justify', indent: 2 },
  note: { font: '仿宋_GB2312', otherFonts: 'FangSong,serif', size: 12, align: 'left' },
};

/** The cells of a table: 五号 and 小五 as it has few columns or many. */
export const cellLook = { font: '宋体', headFont: '黑体', size: 10.5, smallSize: 9, manyColumns: 9 } as const;

export const pageNumberLook = { font: '宋体', size: 14 } as const;

/** Between the lines of running text, in points. */
export const lineDistance = 28;

/** A4 with the margins of the standard, in millimetres. */
export const paper = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28, pageNumber: 28 } as const;
