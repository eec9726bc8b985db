package work

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"skinward/app/photo"
	"skinward/app/photo/phototest"
)

func makeThumbnail(from, to string) error {
	original, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	thumb, err := photo.Importer{}.Thumbnail(original)
	if err != nil {
		return err
	}
	return os.WriteFile(to, thumb, 0o600)
}

// BenchmarkThumbnailBesideVips makes the same upright thumbnail of a photo of
// 12 megapixels, from file to file: in a process of ours, in one of
// vipsthumbnail, and without a new process, as an import does. Beside the time
// on the clock it tells that of the processor.
func BenchmarkThumbnailBesideVips(b *testing.B) {
	if _, err := exec.LookPath("vipsthumbnail"); err != nil {
		b.Fatal("vipsthumbnail is missing; .ci/packages test installs it")
	}
	file := filepath.Join(b.TempDir(), "phone.jpg")
	if err := os.WriteFile(file, phototest.Phone(1), 0o600); err != nil {
		b.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cpu := map[string]float64{}
	for _, c := range []struct {
		name string
		args []string
	}{
		{"ours", []string{program, asThumbnail, file, file + ".ours.jpg"}},
		{"vipsthumbnail", []string{"vipsthumbnail", "-s", "320", "-o", file + ".vips.jpg[Q=82,strip]", file}},
	} {
		b.Run(c.name, func(b *testing.B) {
			total := 0.0
			for b.Loop() {
				cmd := exec.Command(c.args[0], c.args[1:]...)
				if out, err := cmd.CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
				total += (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds() * 1000
			}
			cpu[c.name] = total / float64(b.N)
			b.ReportMetric(cpu[c.name], "cpu-ms/op")
		})
	}
	b.Run("ours, in the process", func(b *testing.B) {
		for b.Loop() {
			if err := makeThumbnail(file, file+".ours.jpg"); err != nil {
				b.Fatal(err)
			}
		}
	})
	if cpu["ours"] > cpu["vipsthumbnail"] {
		b.Errorf("ours takes %.0f ms of the processor, vipsthumbnail %.0f", cpu["ours"], cpu["vipsthumbnail"])
	}
}
