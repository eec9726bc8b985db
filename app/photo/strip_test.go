package photo_test

import (
	"bytes"
	"image"
	"testing"

	"skinward/app/photo"
)

func samePixels(t *testing.T, a, b []byte) {
	t.Helper()
	m, err := photo.Decode(a)
	if err != nil {
		t.Fatal(err)
	}
	n, err := photo.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if m.Bounds() != n.Bounds() {
		t.Fatalf("size changed: %v, %v", m.Bounds(), n.Bounds())
	}
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			if m.At(x, y) != n.At(x, y) {
				t.Fatalf("pixel %d,%d changed", x, y)
			}
		}
	}
}

func TestStripLeavesPixelsAndNothingElse(t *testing.T) {
	n := note{orientation: 6, taken: "2026:11:21 12:22:05", offset: "+01:00", flash: 1, place: true, camera: "ACMECAM"}
	xmp := []byte("http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>SECRET</x:xmpmeta>")
	plain := encodeJPEG(t, skinScene(120, 90, fairTone, 3), 88)
	icc := jpegSegment(0xe2, append([]byte("ICC_PROFILE\x00\x01\x01"), displayP3()...))
	jfif := jpegSegment(0xe0, []byte("JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"))
	adobe := jpegSegment(0xee, []byte("Adobe\x00\x64\x00\x00\x00\x00\x01"))
	noisy := withJPEGSegments(plain, jfif,
		jpegSegment(0xe1, append([]byte("Exif\x00\x00"), n.tiff()...)), jpegSegment(0xe1, xmp), icc,
		jpegSegment(0xe2, []byte("MPF\x00SECRET")), jpegSegment(0xed, []byte("Photoshop 3.0\x00SECRET")),
		jpegSegment(0xfe, []byte("SECRET comment")), adobe)
	noisy = append(noisy, "ftypmp42 SECRET film after the picture"...)

	png := encodePNG(t, skinScene(60, 50, fairTone, 4))
	noisyPNG := append(withPNGChunks(png, pngChunkBytes("eXIf", n.tiff()), pngChunkBytes("tEXt", []byte("Comment\x00SECRET")),
		pngChunkBytes("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00SECRET")), pngChunkBytes("tIME", []byte{7, 234, 11, 21, 12, 22, 5})),
		"SECRET trailer"...)
	noisyWebP := extendedWebP(quartersWebP, 64, 48, 0x0c, nil, append(riffChunk("EXIF", n.tiff()), riffChunk("XMP ", []byte("SECRET!"))...))
	noisyWebP = append(noisyWebP, "SECRET"...)

	for _, tc := range []struct {
		name   string
		file   []byte
		format photo.Format
	}{{"jpeg", noisy, photo.JPEG}, {"png", noisyPNG, photo.PNG}, {"webp", noisyWebP, photo.WebP}} {
		if m := photo.ReadMetadata(tc.file, tc.format); !m.HasLocation || m.Taken.IsZero() {
			t.Fatalf("%s: the test file carries no notes: %+v", tc.name, m)
		}
		out, err := photo.Strip(tc.file)
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		for _, secret := range []string{"SECRET", "ACMECAM", "2026:11:21", "xmpmeta"} {
			if bytes.Contains(out, []byte(secret)) {
				t.Errorf("%s: %q is still there", tc.name, secret)
			}
		}
		if got := photo.ReadMetadata(out, tc.format); got != (photo.Metadata{Orientation: photo.Rotate90}) {
			t.Errorf("%s: left over %+v", tc.name, got)
		}
		samePixels(t, tc.file, out)
		again, err := photo.Strip(out)
		if err != nil || !bytes.Equal(again, out) {
			t.Errorf("%s: stripping twice changes the file (%v)", tc.name, err)
		}
	}
	stripped, err := photo.Strip(noisy)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(stripped, displayP3()) {
		t.Error("jpeg: the colour profile went too; colours would change")
	}
}

func TestStripKeepsProgressiveScansWhole(t *testing.T) {
	out, err := photo.Strip(progressive)
	if err != nil {
		t.Fatal(err)
	}
	samePixels(t, progressive, out)
}

func TestStripRefusesWhatItCannotDo(t *testing.T) {
	good := encodeJPEG(t, image.NewGray(image.Rect(0, 0, 64, 64)), 90)
	for name, b := range map[string][]byte{"cut JPEG": good[:len(good)-2], "cut PNG": encodePNG(t, quarters(9, 9))[:60], "text": []byte("x")} {
		if out, err := photo.Strip(b); err == nil {
			t.Errorf("%s: stripped to %d bytes", name, len(out))
		}
	}
}

func FuzzStrip(f *testing.F) {
	n := note{orientation: 3, taken: "2026:11:21 12:22:05", flash: 1, place: true, camera: "Acme"}
	f.Add(n.inJPEG(encodeJPEG(f, quarters(24, 16), 80)))
	f.Add(progressive)
	f.Add(withPNGChunks(encodePNG(f, quarters(9, 9)), pngChunkBytes("eXIf", n.tiff())))
	f.Add(extendedWebP(quartersWebP, 64, 48, 0x08, nil, riffChunk("EXIF", n.tiff())))
	f.Fuzz(func(t *testing.T, b []byte) {
		out, err := photo.Strip(b)
		if err != nil {
			return
		}
		h, err := photo.Inspect(out)
		if err != nil {
			t.Fatalf("a stripped file is refused: %v", err)
		}
		if photo.ReadMetadata(out, h.Format).HasLocation {
			t.Fatal("a place survived")
		}
	})
}
