#!/bin/sh
# Makes a folder of photos as other programs write them: every format, the eight
# EXIF orientations, places and devices, and broken files among them.
#   mixedphotos.sh FOLDER
# Upright, each good photo shows four quarters: red-brown, blue, light grey and
# green, clockwise from the top left.
set -eu
mkdir -p "$1"
cd "$1"
convert -size 480x320 xc:'#d08060' \
	-fill '#3060a0' -draw 'rectangle 240,0 479,159' \
	-fill '#e0e0e0' -draw 'rectangle 240,160 479,319' \
	-fill '#40a040' -draw 'rectangle 0,160 239,319' ppm:.upright

# How a camera with each orientation stores the upright picture.
n=1
for turn in '' '-flop' '-rotate 180' '-flip' '-transpose' '-rotate 270' '-transverse' '-rotate 90'; do
	# shellcheck disable=SC2086
	convert .upright $turn -quality 92 "turned-$n.jpg"
	exiftool -q -overwrite_original -n -Orientation=$n -DateTimeOriginal="2026:10:0$n 08:30:00" \
		-Make=Acme -Model='Phone 9' -SerialNumber=4711 \
		-GPSLatitude=52.52 -GPSLatitudeRef=N -GPSLongitude=13.4 -GPSLongitudeRef=E "turned-$n.jpg"
	n=$((n + 1))
done
cp turned-6.jpg 'turned-6 (copy).jpg'
convert .upright -interlace JPEG -quality 90 progressive.jpg
convert .upright -sampling-factor 4:4:4 -quality 95 fine.jpg
convert .upright -colorspace CMYK -quality 92 print.jpg
convert .upright -resize 4032x2688 -quality 90 large.jpg
convert .upright plain.png
convert .upright -define png:bit-depth=16 -define png:color-type=2 deep.png
convert .upright -colors 4 PNG8:few-colours.png
cwebp -quiet -q 85 -o lossy.webp -- .upright
cwebp -quiet -lossless -o lossless.webp -- .upright
heif-enc -q 80 -o phone.heic fine.jpg >/dev/null 2>&1
convert .upright -define png:compression-level=1 png:'really a png.jpg'

head -c 2000 fine.jpg >truncated.jpg
head -c 700 phone.heic >truncated.heic
: >empty.jpg
printf '<svg xmlns="http://www.w3.org/2000/svg" width="200000" height="200000"/>' >drawing.jpg
printf 'Dear diary, this is no photo.' >letter.jpeg
convert -size 8x8 xc:red -size 8x8 xc:blue -delay 10 -loop 0 film.webp
printf '%%PDF-1.7\n' >page.png
printf '\211PNG\r\n\032\n\000\000\000\015IHDR\000\003\015\100\000\003\015\100\010\006\000\000\000\371\073\210\012' >bomb.png
rm .upright
