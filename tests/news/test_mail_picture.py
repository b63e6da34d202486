"""Mails carry no more pixels than screens show, in a kind and in colours that every mail program knows."""

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from news.inspect_asset import GIF, JPEG, PNG, inspect_asset, media_type_of
from news.mail_picture import DENSITY, LIGHT, PictureLimit, mail_picture
from news.prepare_assets import UPRIGHT, box_for
from news.tables import AssetRole
from tests.news.making import a_picture

BOX = PictureLimit(50, 200)


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, format=kind, **options)
    return out.getvalue()


def noise(*size: int) -> Image.Image:
    return Image.effect_noise((size[0], size[1]), 90).convert("RGB")


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_a_photograph_becomes_a_jpeg_of_twice_the_width_at_which_it_is_shown() -> None:
    made = mail_picture(saved(noise(600, 300), "JPEG"), BOX)
    assert media_type_of(made) == JPEG
    assert opened(made).size == (100, 50)


@given(width=st.integers(1, 260), height=st.integers(1, 900))
def test_no_picture_is_enlarged_stretched_or_larger_than_its_box(width: int, height: int) -> None:
    made = opened(mail_picture(a_picture(size=(width, height)), BOX))
    assert made.width <= min(width, BOX.width * DENSITY)
    assert made.height <= min(height, BOX.height * DENSITY)
    scale = min(1, BOX.width * DENSITY / width, BOX.height * DENSITY / height)
    assert abs(made.width - width * scale) <= 1
    assert abs(made.height - height * scale) <= 1


def test_the_same_picture_gives_the_same_bytes_and_the_result_is_its_own() -> None:
    data = saved(noise(600, 300), "JPEG")
    made = mail_picture(data, BOX)
    assert mail_picture(data, BOX) == made
    assert mail_picture(made, BOX) == made


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF"])
def test_a_small_light_plain_picture_is_its_own(kind: str) -> None:
    data = a_picture(kind)
    assert mail_picture(data, BOX) == data


def test_outlook_is_given_no_webp() -> None:
    assert media_type_of(mail_picture(saved(noise(20, 20), "WEBP"), BOX)) == JPEG


def test_what_is_transparent_stays_so_also_when_it_weighs_much() -> None:
    # Many colours and little likeness between neighbours: nothing that PNG could make small.
    bands = [Image.effect_noise((700, 700), 90) for _ in range(3)]
    picture = Image.merge("RGB", bands)
    picture.putalpha(Image.linear_gradient("L").resize((700, 700)))
    made = mail_picture(saved(picture, "PNG"), PictureLimit(350, 350))
    assert media_type_of(made) == PNG
    assert len(made) < len(saved(picture, "PNG")) / 2
    alpha = opened(made).convert("RGBA").getchannel("A")
    assert alpha.getpixel((350, 5)) < 60  # type: ignore[operator]  # one band
    assert alpha.getpixel((350, 695)) > 200  # type: ignore[operator]  # one band


def test_a_drawing_stays_a_png_without_the_smear_of_a_jpeg() -> None:
    picture = Image.new("RGB", (400, 400), "white")
    picture.paste("#8a1c1c", (0, 0, 200, 400))
    made = mail_picture(saved(picture, "PNG"), PictureLimit(200, 200))
    assert media_type_of(made) == PNG


def test_a_heavy_photograph_gives_up_quality_for_weight() -> None:
    data = saved(Image.effect_noise((700, 700), 30).convert("RGB"), "JPEG", quality=95)
    made = mail_picture(data, PictureLimit(350, 350))
    assert opened(made).size == (700, 700)
    assert len(made) <= LIGHT < len(data)


def test_colours_of_a_printers_profile_become_those_that_screens_show() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = opened(mail_picture(saved(Image.new("CMYK", (30, 30), (0, 255, 255, 0)), "JPEG"), BOX))
    red, green, blue = made.convert("RGB").getpixel((5, 5))  # type: ignore[misc]  # three bands
    assert red > 200 > green > -1 < blue < 60
    assert "icc_profile" not in opened(mail_picture(saved(noise(20, 20), "PNG", icc_profile=lab), BOX)).info


def test_a_damaged_profile_costs_no_picture() -> None:
    made = mail_picture(saved(noise(20, 20), "JPEG", icc_profile=b"no profile at all"), BOX)
    assert opened(made).size == (20, 20)


def test_sixteen_bits_of_grey_are_scaled_and_not_cut_off() -> None:
    made = opened(mail_picture(saved(Image.new("I;16", (20, 20), 0x8000), "PNG"), BOX)).convert("L")
    assert 126 <= made.getpixel((5, 5)) <= 130  # type: ignore[operator]  # one band


def test_a_light_picture_that_moves_goes_on_moving_and_a_heavy_one_stands_still() -> None:
    light = saved(Image.new("P", (20, 20), 1), "GIF", save_all=True, append_images=[Image.new("P", (20, 20), 2)])
    assert mail_picture(light, BOX) == light
    heavy = saved(noise(300, 300), "GIF", save_all=True, append_images=[noise(300, 300)])
    made = mail_picture(heavy, BOX)
    assert media_type_of(made) != GIF
    assert inspect_asset(made).width == BOX.width * DENSITY


def test_what_stands_upright_is_shown_as_covers_are() -> None:
    assert box_for(AssetRole.IMAGE, 700, 1000) == UPRIGHT
    assert box_for(AssetRole.IMAGE, 1000, 1000).width > UPRIGHT.width
    assert box_for(AssetRole.FUNDER_LOGO, 700, 1000).height < 100
