"""Pictures as published: upright, without metadata, never larger than they were."""

import contextlib
import io
import random
import re
import zlib
from pathlib import Path

import pytest
from newsdesk.intake import Content, DataFile
from newsdesk.page.images import PictureError, Pictures, publish_pictures
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

PATH = "images/2026/pasar.png"


def _picture(width: int = 1500, height: int = 900, mode: str = "RGB") -> Image.Image:
    """Return a drawing whose upper left quarter is red."""
    picture = Image.new("RGB", (width, height), "navy")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width // 2 - 1, height // 2 - 1), "red")
    draw.ellipse((width // 2, height // 2, width - 1, height - 1), "gold")
    return picture.convert(mode)


def _encoded(picture: Image.Image, kind: str, **more: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **more)
    return target.getvalue()


def _content(root: Path, files: dict[str, bytes]) -> Content:
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    pictures = {name: DataFile(name, len(data)) for name, data in files.items()}
    return Content(root, (), (), {}, pictures, {}, ())


def _publish(root: Path, data: bytes, path: str = PATH) -> Pictures:
    return publish_pictures(
        _content(root / "content", {path: data}), [path], root / "store"
    )


def _widest(pictures: Pictures, path: str = PATH) -> Image.Image:
    address = pictures.photos[path].largest.address
    return Image.open(io.BytesIO(pictures.files[address]))


# -- sizes -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1, [1]),
        (639, [639]),
        (640, [640]),
        (641, [640, 641]),
        (1280, [640, 1280]),
        (1281, [640, 1280, 1281]),
        (2560, [640, 1280, 2560]),
        (2561, [640, 1280, 2560]),
    ],
)
def test_picture_is_made_at_the_widths_of_the_layout(
    width: int, widths: list[int], tmp_path: Path
):
    pictures = _publish(tmp_path, _encoded(Image.new("RGB", (width, 4)), "PNG"))
    variants = pictures.photos[PATH].variants

    assert widths == [variant.width for variant in variants]
    for variant in variants:
        data = pictures.files[variant.address]
        assert (variant.width, variant.height) == Image.open(io.BytesIO(data)).size
        assert len(data) == variant.size


def test_height_follows_the_width(tmp_path: Path):
    variants = _publish(tmp_path, _encoded(_picture(), "PNG")).photos[PATH].variants

    assert [(640, 384), (1280, 768), (1500, 900)] == [
        (variant.width, variant.height) for variant in variants
    ]


def test_flat_picture_keeps_a_height(tmp_path: Path):
    pictures = _publish(tmp_path, _encoded(Image.new("RGB", (2000, 1)), "PNG"))

    assert {1} == {variant.height for variant in pictures.photos[PATH].variants}


# -- kinds -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "kind", "suffix"),
    [
        ("images/2026/a.png", "PNG", "png"),
        ("images/2026/a.jpg", "JPEG", "jpg"),
        ("images/2026/a.jpeg", "JPEG", "jpg"),
        ("images/2026/a.webp", "WEBP", "webp"),
        ("images/2026/a.jpg", "PNG", "png"),
        ("images/a.png", "PNG", "png"),
    ],
)
def test_address_names_the_true_kind(path: str, kind: str, suffix: str, tmp_path: Path):
    pictures = _publish(tmp_path, _encoded(_picture(20, 10), kind), path)
    folder = path.removeprefix("images").rpartition("/")[0]
    (address,) = pictures.files

    assert kind == pictures.photos[path].kind
    assert re.fullmatch(rf"/gambar{folder}/a-20\.[0-9a-f]{{10}}\.{suffix}", address)


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGB"])
def test_photo_of_any_mode_keeps_its_colours(mode: str, tmp_path: Path):
    data = _encoded(_picture(200, 100).convert(mode), "JPEG", quality=95)
    path = "images/2026/pasar.jpg"
    found = _widest(_publish(tmp_path, data, path), path)
    red, _, blue = found.convert("RGB").getpixel((40, 20))

    assert "RGB" == found.mode
    assert red > 60
    assert mode == "L" or red > blue + 100


def test_palette_picture_stays_small(tmp_path: Path):
    data = _encoded(_picture().quantize(16), "PNG")
    found = _widest(_publish(tmp_path, data))

    assert "P" == found.mode
    assert (255, 0, 0) == found.convert("RGB").getpixel((10, 10))


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_is_kept(mode: str, tmp_path: Path):
    picture = Image.new("RGBA", (800, 400), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((0, 0, 400, 400), (200, 30, 30, 255))
    found = _widest(_publish(tmp_path, _encoded(picture.convert(mode), "PNG")))

    assert 255 == found.convert("RGBA").getpixel((10, 10))[3]
    assert 0 == found.convert("RGBA").getpixel((790, 390))[3]


def test_deep_grey_is_not_burnt_out(tmp_path: Path):
    """Sixteen bits a point, as scanners write."""
    data = _encoded(Image.new("I;16", (700, 400), 0x4000), "PNG")
    found = _widest(_publish(tmp_path, data)).convert("L")

    assert abs(0x40 - found.getpixel((10, 10))) <= 1


def test_photo_with_a_second_one_in_it_is_a_photo(tmp_path: Path):
    """Many telephones write a JPEG with a preview behind it (MPO)."""
    path = "images/2026/pasar.jpg"
    preview = [_picture(100, 60)]
    data = _encoded(_picture(300, 200), "MPO", save_all=True, append_images=preview)

    assert "JPEG" == _publish(tmp_path, data, path).photos[path].kind


# -- upright, without metadata ---------------------------------------------------------

_CORNER = {
    1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1),
    5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1),
}  # fmt: skip


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_picture_is_turned_upright(kind: str, orientation: int, tmp_path: Path):
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = _encoded(_picture(400, 200), kind, exif=exif)
    found = _widest(_publish(tmp_path, data)).convert("RGB")
    width, height = (400, 200) if orientation < 5 else (200, 400)
    right, low = _CORNER[orientation]
    red, _, blue = found.getpixel(
        (width - 20 if right else 20, height - 20 if low else 20)
    )

    assert (width, height) == found.size
    assert (True, True) == (red > 200, blue < 100)
    assert 1 == found.getexif().get(0x0112, 1)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_beside_the_picture_is_published(kind: str, tmp_path: Path):
    exif = Image.Exif()
    exif[0x010F] = "KENARIKAMERA"
    exif.get_ifd(0x8825).update({1: "S", 2: (7.0, 58.0, 12.0), 3: "E"})
    more = {"comment": b"KENARICATATAN"} if kind == "JPEG" else {}
    more |= {"xmp": b"<x>KENARIXMP</x>"} if kind != "PNG" else {}
    data = _encoded(_picture(800, 400), kind, exif=exif, icc_profile=b"KENARI", **more)
    pictures = _publish(tmp_path, data)

    assert b"KENARI" in data
    assert pictures.files
    for published in pictures.files.values():
        found = Image.open(io.BytesIO(published))
        assert b"KENARI" not in published
        assert {} == dict(found.getexif())
        assert {} == dict(found.getexif().get_ifd(0x8825))


def test_text_in_a_png_is_not_published(tmp_path: Path):
    words = PngInfo()
    words.add_text("Author", "KENARIPENULIS")
    pictures = _publish(tmp_path, _encoded(_picture(9, 9), "PNG", pnginfo=words))

    assert not any(b"KENARI" in data for data in pictures.files.values())


# -- broken ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"bukan gambar",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        _encoded(_picture(60, 40), "PNG")[:90],
        _encoded(_picture(60, 40), "JPEG")[:300],
        _encoded(_picture(60, 40), "WEBP")[:60],
        _encoded(_picture(60, 40), "GIF"),
        _encoded(_picture(60, 40), "BMP"),
        _encoded(_picture(60, 40), "TIFF"),
    ],
    ids=["empty", "text", "svg", "cut png", "cut jpeg", "cut webp", "gif", "bmp",
         "tiff"],
)  # fmt: skip
def test_broken_picture_is_named(data: bytes, tmp_path: Path):
    with pytest.raises(PictureError, match=r"pasar\.png\" cannot be read"):
        _publish(tmp_path, data)


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_damaged_picture_is_published_or_named(kind: str, tmp_path: Path):
    """No other error than ours comes out, whichever byte is wrong."""
    chance = random.Random(1)
    whole = _encoded(_picture(40, 30), kind, exif=Image.Exif().tobytes())
    for n in range(40):
        data = bytearray(whole)
        data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(PictureError):
            found = _publish(tmp_path / str(n), bytes(data))
            assert found.photos[PATH].kind == kind


def test_picture_is_not_blamed_for_a_store_that_cannot_be_written(tmp_path: Path):
    content = _content(tmp_path, {PATH: _encoded(_picture(9, 9), "PNG")})
    (tmp_path / "store").write_text("Ini berkas.")
    with pytest.raises(OSError, match="store"):
        publish_pictures(content, [PATH], tmp_path / "store")


def test_bomb_is_refused(tmp_path: Path):
    png = bytearray(_encoded(Image.new("1", (8, 8)), "PNG"))
    png[16:24] = (30_000).to_bytes(4) + (30_000).to_bytes(4)
    png[29:33] = zlib.crc32(png[12:29]).to_bytes(4)

    with pytest.raises(PictureError):
        _publish(tmp_path, bytes(png))


def test_picture_that_is_not_in_the_folder_is_passed_over(tmp_path: Path):
    found = publish_pictures(_content(tmp_path, {}), [PATH], tmp_path / "store")

    assert ({}, {}) == (found.photos, found.files)


def test_only_pictures_that_are_shown_are_published(tmp_path: Path):
    content = _content(tmp_path, {PATH: _encoded(_picture(9, 9), "PNG")})

    assert {} == publish_pictures(content, [], tmp_path / "store").files


# -- the store -------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_same_picture_gives_the_same_bytes(kind: str, tmp_path: Path):
    data = _encoded(_picture(700, 300), kind)

    assert _publish(tmp_path / "a", data) == _publish(tmp_path / "b", data)


def _snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.iterdir()
    }


def test_store_is_used_again(tmp_path: Path):
    data = _encoded(_picture(), "PNG")
    first = _publish(tmp_path, data)
    kept = _snapshot(tmp_path / "store")

    assert first == _publish(tmp_path, data)
    assert kept
    assert kept == _snapshot(tmp_path / "store")


def test_loss_of_the_store_costs_time_only(tmp_path: Path):
    data = _encoded(_picture(), "PNG")
    first = _publish(tmp_path, data)
    for path in (tmp_path / "store").iterdir():
        path.unlink()

    assert first == _publish(tmp_path, data)


def test_store_that_lost_a_part_changes_nothing(tmp_path: Path):
    """A build that was interrupted leaves such a store."""
    data = _encoded(_picture(), "PNG")
    first = _publish(tmp_path, data)
    for file in list((tmp_path / "store").iterdir()):
        file.unlink()

        assert first == _publish(tmp_path, data)


@pytest.mark.parametrize("kept", [0, 1, 100, -1])
def test_store_with_a_half_written_file_changes_nothing(kept: int, tmp_path: Path):
    data = _encoded(_picture(), "PNG")
    first = _publish(tmp_path, data)
    for path in (tmp_path / "store").iterdir():
        path.write_bytes(path.read_bytes()[:kept])

    assert first == _publish(tmp_path, data)


def test_same_picture_under_two_names_is_made_once(tmp_path: Path):
    data = _encoded(_picture(20, 10), "PNG")
    names = ["images/2026/a.png", "images/2026/b.png"]
    content = _content(tmp_path / "content", dict.fromkeys(names, data))
    found = publish_pictures(content, names, tmp_path / "store")

    assert 2 == len(found.files)
    assert 1 == len(list((tmp_path / "store").iterdir()))
