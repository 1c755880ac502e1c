"""Makes naskh.woff2 out of the files of a package: Arabic letters and marks, and the digits, spaces and
punctuation that stand among them, in one variable font.

    npm pack @fontsource-variable/noto-naskh-arabic@5.3.0 && tar xf fontsource-variable-noto-naskh-arabic-5.3.0.tgz
    pip install fonttools==4.68.0 brotli==1.2.1
    python3 subset.py package/files ../resources/news/nashra/site/naskh.woff2
"""
import sys

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont

ARABIC = parse_unicodes(
    "0020,060C,061B,061F,0621-0655,0660-066C,0670,0671,067E,0686,0698,06A4,06A9,06AF,06BA,06BE,06C0,06CC,06D2,06D4,"
    "06F0-06F9,200C-200F,FD3E,FD3F,FDF2,FDFA"
)
AMONG = parse_unicodes("0021-002F,0030-003B,003D,003F,005B,005D,007C,00A0,00AB,00B7,00BB,2010-2014,2018-201D,2026")


def subset(path, unicodes, features):
    font = TTFont(path)
    options = Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    return font


folder, out = sys.argv[1:]
name = folder + "/noto-naskh-arabic-%s-wght-normal.woff2"
font = subset(name % "arabic", ARABIC, ["ccmp", "isol", "init", "medi", "fina", "rlig", "calt", "liga", "kern", "mark", "mkmk", "locl"])
latin = subset(name % "latin", AMONG, [])

# Both files are of one font: the same units and the same axis. The second has no rules of layout here, so its glyphs are only added.
glyphs = [glyph for glyph in latin.getGlyphOrder() if glyph not in font.getGlyphOrder()]
font.setGlyphOrder(font.getGlyphOrder() + glyphs)
for glyph in glyphs:
    font["glyf"].glyphs[glyph] = latin["glyf"][glyph]
    font["hmtx"][glyph] = latin["hmtx"][glyph]
    font["gvar"].variations[glyph] = latin["gvar"].variations.get(glyph, [])
font["glyf"].glyphOrder = font.getGlyphOrder()
font["glyf"]._reverseGlyphOrder = {}
for table in font["cmap"].tables:
    if table.isUnicode() and table.format in (4, 12):
        for code, glyph in latin.getBestCmap().items():
            table.cmap.setdefault(code, glyph)
for table in ("HVAR", "DSIG"):  # how wide a glyph of a weight is follows from gvar
    if table in font:
        del font[table]
font.flavor = "woff2"
font.save(out)
