/** Letters that Unicode does not decompose to a Latin base letter, with their usual transliteration. */
const letters = new Map(
  (
    "ß:ss æ:ae œ:oe ø:o đ:d ð:d ħ:h ı:i ł:l ŋ:ng þ:th ĸ:k ſ:s ə:e &:-and- @:-at- +:-plus- " +
    "а:a б:b в:v г:g ґ:g д:d ђ:dj е:e є:ye ж:zh з:z и:i і:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t " +
    "ћ:c у:u ф:f х:kh ц:ts ч:ch џ:dz ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya " +
    "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o"
  )
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(2)] as const),
);

/** A text in lower-case Latin letters as far as it has any: accents dropped, Cyrillic and Greek transliterated. */
export function latinOf(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "");
  return Array.from(plain, (letter) => letters.get(letter) ?? letter).join("");
}
