/**
 * Advance widths of Instrument Sans (public/fonts/instrument-sans.woff2), in thousandths of an em, tabular figures on.
 * Generated from the font file; public/fonts/README.md says how. Two base-36 digits per character of CHARACTERS.
 * The variable font has two masters, 400 and 700, and no bend between them: linear interpolation is exact.
 */
export const CHARACTERS: string =
  " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u00a0¡¢£¥§¨©ª«®¯°´¶" +
  "·¸º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿĂıŒœˆ˚˜\u2009\u2010\u2011–—‘’‚“”„•…\u202f‹›€™←↑→↓↗−≤≥";

export const ADVANCES_400: string =
  "5k7laojwgwgokz6gbababcgo73e273cbgogogogogogogogogogo7373gogogofrnpk8hoklkwhqgql9kg72cnj8gcp6kglui8lvi8gwi0jsk8u9j4ishbbacbbaerbu9u" +
  "etguetgufo9ugugn6o6oev6opmgng8guguafd5ahgdejlbfbejdsba6qbaer5k7letgch4duc9nmabdqnmbfaq9ujr2v8dbidqkhjknjfrk8k8k8k8k8k8q0klhqhqhqhq" +
  "72727272kwkglululululugolujsjsjsjsisi8h0eteteteteteto1etfofofofo6o6o6o6ogggng8g8g8g8g8gog8gdgdgdgdejguejk86otkqac19bck50e2e2gaom73" +
  "736wbdbdb28ii7509a9ajhnmnmlonmloifgogogo";

export const ADVANCES_700: string =
  "5a8idekci4goli7gcococ9go7xdi7xcdgogogogogogogogogogo7x7xgogogogboakgi1kul0hegel7k072bhk2geouk0m6iomniki4iojgkgu6jwjshncocdcofbdi9u" +
  "fvhgfmhgfyaihgh77i7ift7iqeh7gshghgb2e0bpgzf3mogtf3eico6ecofb5a8ifmgui4eqe6miahfymibfa69uhr4l8dbefykojqnxgbkgkgkgkgkgkgrbkuhehehehe" +
  "72727272lgk0m6m6m6m6m6gom6jgjgjgjgjsikhsfvfvfvfvfvfvonfmfyfyfyfy7i7i7i7ih4h7gsgsgsgsgsgogsgzgzgzgzf3hgf3kg7iuaqdc19bck50didigup67x" +
  "7x7vdydydt9rl950aeaek2nunmmsnmmskugogogo";

/**
 * The kerning that matters in running English text: two characters, then one base-36 digit, the distance in four
 * thousandths of an em by which the second moves left. The smaller of the two masters' values, so a width never comes
 * out too small; of the font's 2039 pairs these 130 make up about two thirds of what is kerned away.
 */
export const KERNING: string =
  "'sh-ab-c4-d4-fa-ia-s9-tc-u9-vd.j9.thAVqAweCa3Es3Ev9Ex4FC3FaaFo3Fu8G,9KebKu9L'tLe9Li6PAjPa7Re7SV7TCdTapTeqToqTrrTumTwmTymUX5VG9VaiV" +
  "ohVufWafWeeWoeY-zYeoaf3at3av5aw5ax2ay5by3cu2cy3e'je,8e-4e.8e:2ev3ew2ex8ey3f-dfa3fe5fo5fu2h,8h-9ht3i-aiz3ka2ke7ks4n'jn,8n.8nf3nt3nv" +
  "5ny5n’fo,8ov3ow2p,8px8r,pr-dr.pra3rc2rd2re2ri2s'gs,3s-7s.3t,2t-ft.2te2to3va4ve3vo3w,jw.jwa3we2wo2x,8xe8y'7y,ly.lyTmye3yo3ys3ze5’sk";

/** Of the em: how far the font's line box reaches above and below the baseline (hhea). */
export const FONT_ASCENT = 0.97;
export const FONT_DESCENT = 0.25;
