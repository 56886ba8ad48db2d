// Widths of letters. Written by `node scripts/metrics.ts` from server/fonts; not for editing.

/** Runs of neighbouring letters: the first, then two base-36 digits for each width in thousandths of the size. */
export const letterWidths: Readonly<Record<"regular" | "bold", readonly (readonly [number, string])[]>> = {
  regular: [
    [
      32,
      "7q7q9vfhfhoqij5b9a9aaug87q9a7q7qfhfhfhfhfhfhfhfhfhfh7q7qg8g8g8fhs8ijijk3k3ijgzlmk37qdwijfhn6k3lmijlmk3ijgzk3ijq8ijijgz7q" +
        "7q7qd2fh9afhfhdwfhfh7qfhfh6767dw67n6fhfhfhfh9adw7qfhdwk3dwdwdw9a789ag8",
    ],
    [
      160,
      "7q9afhfhfhfh78fh9akhabfhg89akhfdb4f99a9a9ag1ey9a9a9aa6fhn6n6n6gzijijijijijijrsk3ijijijij7q7q7q7qk3k3lmlmlmlmlmg8lmk3k3k3" +
        "k3ijijgzfhfhfhfhfhfhoqdwfhfhfhfh7q7q7q7qfhfhfhfhfhfhfhf9gzfhfhfhfhdwfhdwijfhijfhijfhk3dwk3dwk3dwk3dwk3h3k3fhijfhijfhijfh" +
        "ijfhijfhlmfhlmfhlmfhlmfhk3fhk3fh7q7q7q7q7q7q7q677q7qkfccdw67ijdwdwfh67fh67fh84fh9afh67k3fhk3fhk3fhgtk4fhlmfhlmfhlmfhrsq8" +
        "k39ak39ak39aijdwijdwijdwijdwgz7qgzafgz7qk3fhk3fhk3fhk3fhk3fhk3fhq8k3ijdwijgzdwgzdwgzdw67fhl3i9fhi9fhk3k3dwk3mii9fhfhijkx" +
        "gtgz7rlmhdoh677qijdw67dwork3fhlmnui8o5ikkzfhijijdwh7al7qgz7qgznrimksk3lhdwgzdwgzgzf5f5fhfhcrdjfh78big87qzzxzt5tjn6ckxzq9" +
        "lfijfh7q67lmfhk3fhk3fhk3fhk3fhk3fhfhijfhijfhrsoqlmfhlmfhijdwlmfhlmfhgzf567zzxzt5lmfhsrh7k3fhijfhrsoqlmgzijfhijfhijfhijfh" +
        "7q7q7q7qlmfhlmfhk39ak39ak3fhk3fhijdwgz7qf5c5k3fhjniygtfqgzdwijfhijfhlmfhlmfhlmfhlmfhijdw9qj1a867ononijk3dwfhgzdwdwg5cmij" +
        "k3ikijfhdw67kifhk39aijdw",
    ],
    [601, "fh"],
    [699, "676767"],
    [710, "9a9a9a9a9a9a9a9a9a9a7q7q9a9a9a9a9a9a9a9a9a9a9a9a"],
    [768, "0000000000"],
    [776, "00"],
    [880, "gbbygzcr9a9ajzfj"],
    [890, "9adwdwdw7qdw"],
    [900, "9a9aik7qltnaao"],
    [908, "lj"],
    [910, "nskx67ijijfbikijgzk3lm7qijikn6k3i2lmk3ij"],
    [
      931,
      "h7gzijm6ijn8ks7qijg3cefh67f7g3g0dwfhcec9fhfh67dwdwg1dwcgfhj6ftdeh6b0f7i1eljtlp67f7fhf7lpijg0f7lhqnlhfllpgqlmfhk3dwgzb8hd" +
        "eql1g1orn6irfhiqdwijijgyglkhfecwbegqfxdw67lmcacaijfhk3n6j4ftk3k3k3ijiko1f2jzij7q7qdwtes3nrg7jzhojziji9ijf2iuijpogtjzjzg7" +
        "i9n6k3lmjzijk3gzhol5ijkkijphq2m0omi9jzs3k3fhfxesa5g8fhilcrfjfjc6g8j4fdfhf2fhdwcrdwmvdwfxehmbmvhdjzehe7kuf2fhfhfha5e7dw67" +
        "7q67p7mlfhc6fjdwfczzhdlmh1qejuikdwoyjcn1j2tao4gtcrm5j5lmfhmchjmchjtvoxn6h1x3nozzhdk3dwe000000000000000jzfji9ehijfhdlbgf2" +
        "a5inf9poilgtcrg7c6g7c6g7c6kmewk3fdogi0vlo7kxehk3dwgzcrfhdwfhdwijdwpqj7ijehijehijfhnyijnyij7qpoilikfbi9g8k3fdk3fdijehn6j4" +
        "67ijfhijfhrsoqijfhkxfhkxfhpoilgtcrgtf5jzfjjzfjlmfhlmfhlmfhjze7hodwhodwhodwijehf2a5omjzf2a5ijdwijdwi9fhqxodqlmoife6qzpasr" +
        "oflmfjkriigtcri9g8poksodl3vhotlmfhq8k3g7c6trp6vlockkfrjkgak3fdzjseijewjggx",
    ],
    [1425, "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000an00fn00007q0000aj00"],
    [1488, "hggnbrffhm7890ibi578eveleqivj478aui8g7hcgye0f5geevkaj7"],
    [1520, "e5e5e5apgs"],
    [
      7680,
      "ijfhijfhijfhijfhk3dwk3fhk3fhk3fhk3fhk3fhijfhijfhijfhijfhijfhgz7qlmfhk3fhk3fhk3fhk3fhk3fh7q677q7qijdwijdwijdwfh67fh67fh67" +
        "fh67n6n6n6n6n6n6k3fhk3fhk3fhk3fhlmfhlmfhlmfhlmfhijfhijfhk39ak39ak39ak39aijdwijdwijdwijdwijdwgz7qgz7qgz7qgz7qk3fhk3fhk3fh" +
        "k3fhk3fhijdwijdwq8k3q8k3q8k3q8k3q8k3ijdwijdwijdwgzdwgzdwgzdwfh7qk3dwfh677q7qjjfhijfhijfhijfhijfhijfhijfhijfhijfhijfhijfh" +
        "ijfhijfhijfhijfhijfhijfhijfhijfhijfhijfh7q677q67lmfhlmfhlmfhlmfhlmfhlmfhlmfhnui8nui8nui8nui8nui8k3fhk3fhnrimnrimnrimnrim" +
        "nrimijdwijdwijdwijdwkmdng5eihwdw",
    ],
    [8192, "dwrsdwrs9a6y4nfh7q5l2c00000000009a9afhfhrsrs"],
    [8215, "fd676767679a9a9a9afhfh9r9r7qeers7q"],
    [8240, "rszz589v9v589veh909a9a"],
    [8260, "4n"],
    [8304, "9a4i"],
    [8308, "9a9a9a9a9a9a9a9a9a6262an9a9a9a9a9a9a9a9a9a9a9a9a9a6262"],
    [8352, "fhk3k3fhfhn6k3uewdq8nmeafhijgzrsehijlmijfhk3fhijgzfhfhn2lvfhhg"],
    [8448, "omomj0t6fhomomfhjzq2g5tfkekrfhfhkofkn690mmlmttkhmfi7lmo9nmjuj2hprsrsrs"],
    [8486, "ld"],
    [8494, "gp"],
    [8539, "n6n6n6n6"],
    [8592, "rsdwrsdwrsdw"],
    [8706, "dr"],
    [8710, "h0"],
    [8719, "mw"],
    [8721, "jtg8"],
    [8725, "4n"],
    [8729, "7qf9"],
    [8734, "jtr8"],
    [8745, "jz"],
    [8747, "7m"],
    [8776, "f9"],
    [8800, "f9g8"],
    [8804, "f9f9"],
    [9632, "gtgt"],
    [9642, "9v9vrs"],
    [9650, "ri"],
    [9658, "ri"],
    [9660, "ri"],
    [9668, "ri"],
    [9674, "drgtgj"],
    [9679, "gt"],
    [64257, "dwdw"],
  ],
  bold: [
    [
      32,
      "7q9ad7fhfhoqk36m9a9aaug87q9a7q7qfhfhfhfhfhfhfhfhfhfh9a9ag8g8g8gzr4k3k3k3k3ijgzlmk37qfhk3gzn6k3lmijlmk3ijgzk3ijq8ijijgz9a" +
        "7q9ag8fh9afhgzfhgzfh9agzgz7q7qfh7qoqgzgzgzgzaufh9agzfhlmfhfhdwau7saug8",
    ],
    [
      160,
      "7q9afhfhfhfh7sfh9akhabfhg89akhfdb4f99a9a9agpfh9a9a9aa6fhn6n6n6gzk3k3k3k3k3k3rsk3ijijijij7q7q7q7qk3k3lmlmlmlmlmg8lmk3k3k3" +
        "k3ijijgzfhfhfhfhfhfhoqfhfhfhfhfh7q7q7q7qgzgzgzgzgzgzgzf9gzgzgzgzgzfhgzfhk3fhk3fhk3fhk3fhk3fhk3fhk3fhk3jzk3gzijfhijfhijfh" +
        "ijfhijfhlmgzlmgzlmgzlmgzk3gzk3gz7q7q7q7q7q7q7q7q7q7qltfhfh7qk3fhfhgz7qgz7qgzaqgzdcgz7qk3gzk3gzk3gzjpk4gzlmgzlmgzlmgzrsq8" +
        "k3auk3auk3auijfhijfhijfhijfhgz9agzdcgz9ak3gzk3gzk3gzk3gzk3gzk3gzq8lmijfhijgzdwgzdwgzdw7qgzn9jzgzjzgzk3k3fhk3najzgzgvijk7" +
        "hfgz9almhppv7q7qk3fh7qfhrkk3gzlmnqjronkolqgzijijfhgpa09agz9agzn2k5mak3lffhgzdwgzgzenenfhfhdug4gz7sdug99azzxzuvwfopfgzjrs" +
        "opk3fh7q7qlmgzk3gzk3gzk3gzk3gzk3gzfhk3fhk3fhrsoqlmgzlmgzk3fhlmgzlmgzgzen7qzzxzuvlmgzspiik3gzk3fhrsoqlmgzk3fhk3fhijfhijfh" +
        "7q7q7q7qlmgzlmgzk3auk3auk3gzk3gzijfhgz9ag2ehk3gzjjnahjhjgzdwk3fhijfhlmgzlmgzlmgzlmgzijfhdwn6e27qqiqik3k3fhgzgzfhdwhydgk3" +
        "k3ijijfhfh7qljgzk3auijfh",
    ],
    [601, "fh"],
    [699, "7q7q7q"],
    [710, "9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a"],
    [768, "0000000000"],
    [776, "00"],
    [880, "g8cehgdy9a9ajzh3"],
    [890, "9afhfhfh9afh"],
    [900, "9acxk39anqp6d6"],
    [908, "mx"],
    [910, "psna7qk3k3gqjzijgzk3lm7qk3ijn6k3hwlmk3ij"],
    [
      931,
      "gpgzijmtijmima7qijh3ckgz7qg7h3gzfhgvd7ctgzf17qfifhh0fhcegzlah7ehj1cfg7jwg0kynh7qg7gzg7nhk3gzg7lfrtlfkunhitlmgzk3fhgzclkw" +
        "eqmdgzrkoqjjgzjjgtijijhvgskfg3e3c8ith6fh7qlmdbdbijgzk3n6kkh7k3k3k3ijilomfrjsij7q7ofhuetjobgzjzhbjzk3jzk3frjtijp4hfjzjzgz" +
        "jin6k3lmjzijk3gzhbnqijkbjjrxsco6r8jzjssojzfhh6h3blhnfhjpduh3h3dxhokkgtgzgtgzfhdmfhobfhh3g5n6ngkanrh3fdnrg8fhfhgzblfdfh7q" +
        "7u7qqxp7gzdxh3fhgtzklno6jjr4m4ijfhpqm9mikytyr9hfdumikylmgzmnhzmnhzv5r3mnhqzkp1zklnk3fhg800000000000000jzh3jzh3ijgzdjcffr" +
        "bljjgnp4jphfdugzdxgzdxgzdxl6hck3gtogjuvapmk3g2k3fhgzdmfhfhfhfhijfhnpj5jjg5jjg5jjgzntivntiv7qp4jpjigmjihok3gtk3gtjjg5n6kk" +
        "7qk3fhk3fhrsoqijfhk7fhk7fhp4jphfduhfenjzh3jzh3lmgzlmgzlmgzjsfdhbfhhbfhhbfhjjg5frblr8nrfrblijfhijfhjzgzsnpzqoniiaexs5qksp" +
        "pplmgalajhhfdujihoq5mlpzn9usotlmgzq8lmgzdxv1qtvlpxkzh3kohik3gtzzvgjjgqkhhy",
    ],
    [1425, "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000an00fn00009a0000bp00"],
    [1488, "izhtdcg7is8ea6jhj48eg1fefwk1k78ec0jfh7iri4fbgxi6g1mejy"],
    [1520, "gtgtgtbahd"],
    [
      7680,
      "k3fhk3gzk3gzk3gzk3fhk3gzk3gzk3gzk3gzk3gzijfhijfhijfhijfhijfhgz9almgzk3gzk3gzk3gzk3gzk3gz7q7q7q7qk3fhk3fhk3fhgz7qgz7qgz7q" +
        "gz7qn6oqn6oqn6oqk3gzk3gzk3gzk3gzlmgzlmgzlmgzlmgzijgzijgzk3auk3auk3auk3auijfhijfhijfhijfhijfhgz9agz9agz9agz9ak3gzk3gzk3gz" +
        "k3gzk3gzijfhijfhq8lmq8lmq8lmq8lmq8lmijfhijfhijfhgzdwgzdwgzdwgz9almfhfh7q9a9ajwgvk3fhk3fhk3fhk3fhk3fhk3fhk3fhk3fhk3fhk3fh" +
        "k3fhk3fhijfhijfhijfhijfhijfhijfhijfhijfh7q7q7q7qlmgzlmgzlmgzlmgzlmgzlmgzlmgznqjrnqjrnqjrnqjrnqjrk3gzk3gzn2k5n2k5n2k5n2k5" +
        "n2k5ijfhijfhijfhijfhnndzgvg6i3fh",
    ],
    [8192, "dwrsdwrs9a6y4nfh7q5l2c00000000009a9afhfhrsrs"],
    [8215, "fd7q7q7q7qdwdwdwdwfhfh9r9r7qeers7q"],
    [8240, "rszz6odcdc6odcjy9a9a9a"],
    [8260, "4n"],
    [8304, "9a6h"],
    [8308, "9a9a9a9a9a9a9a9a9a6t6ta99a9a9a9a9a9a9a9a9a9a9a9a9a6t6t"],
    [8352, "fhk3k3fhfhoqk3uey2q8okeafhk3gzu6fhijlmk3ijk3fhfhfhfhfhfhl5fhkd"],
    [8448, "omomk3tgfhomomfhjsqrg5tfkekrgzfhkofkn6dlo4lmuzkhmfi7lmo9nmjujshprsrsrs"],
    [8486, "ld"],
    [8494, "gp"],
    [8539, "n6n6n6n6"],
    [8592, "rsdwrsdwrsdw"],
    [8706, "dr"],
    [8710, "h0"],
    [8719, "mw"],
    [8721, "jtg8"],
    [8725, "4n"],
    [8729, "7qf9"],
    [8734, "jtr8"],
    [8745, "k3"],
    [8747, "7m"],
    [8776, "f9"],
    [8800, "f9g8"],
    [8804, "f9f9"],
    [9632, "gtgt"],
    [9642, "9v9vrs"],
    [9650, "ri"],
    [9658, "ri"],
    [9660, "ri"],
    [9668, "ri"],
    [9674, "drgtgj"],
    [9679, "gt"],
    [64257, "gzgz"],
  ],
};
