package summary

import (
	"bytes"
	"image/jpeg"
	"slices"

	"skinward/app/photo"
)

// Pair puts offered pictures into the order of the page: of every place of the
// body the earliest beside the latest, with what speaks for or against
// comparing them, two pairs at most; pictures without a partner come only when
// there is no pair. It decodes what it keeps (some 50 ms a picture), so it is
// done once, not with every tick. Pictures that carry conditions already come
// back as they are.
func Pair(offered []Picture) []Picture {
	if slices.ContainsFunc(offered, func(p Picture) bool { return p.Conditions != "" }) {
		return offered
	}
	var sites []string
	bySite := map[string][]Picture{}
	for _, p := range offered {
		if p.Record == nil {
			continue
		}
		s := p.Record.Site
		if bySite[s] == nil {
			sites = append(sites, s)
		}
		bySite[s] = append(bySite[s], p)
	}
	var pairs, single []Picture
	for _, s := range sites {
		of := bySite[s]
		slices.SortStableFunc(of, func(a, b Picture) int { return a.Record.Day.Compare(b.Record.Day) })
		first, last := of[0], of[len(of)-1]
		if len(of) < 2 || s == "" {
			single = append(single, of...)
			continue
		}
		if len(pairs) < MaxPictures {
			last.Conditions = fairness(first, last)
			pairs = append(pairs, first, last)
		}
	}
	if len(pairs) > 0 {
		return pairs
	}
	return single[:min(len(single), MaxPictures)]
}

// fairness judges the second picture beside the first, "" when one of them
// cannot be read.
func fairness(a, b Picture) string {
	va, err := jpeg.Decode(bytes.NewReader(a.JPEG))
	if err != nil {
		return ""
	}
	vb, err := jpeg.Decode(bytes.NewReader(b.JPEG))
	if err != nil {
		return ""
	}
	var lies *photo.Similarity
	for _, al := range b.Record.Alignments {
		if al.Onto == a.Record.ID && a.Record.ID != "" {
			s := photo.FromRecord(al)
			lies = &s
		}
	}
	first := photo.Judge(va, photo.ColourOf(a.Record), a.Record.Card)
	second := photo.Judge(vb, photo.ColourOf(b.Record), b.Record.Card)
	return photo.Compare(first, second, lies).String()
}
